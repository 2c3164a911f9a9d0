package ch09_out_of_the_notebook;

import java.util.function.Consumer;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * The desk of a ferry line, which many threads ask at once. By noon it hangs, because all
 * connections are in use. The entity is Sailing.
 */
public class FerryDesk {
    /**
     * Returns the number of free seats. If there is no such sailing, throws an
     * IllegalArgumentException whose message contains the name.
     */
    public static int free(Database db, String sailing) {
        // TODO When this method has returned or thrown, no connection is in use.
        throw new NotSolvedYet("return the number of free seats");
    }

    /**
     * Sells a seat of an existing sailing, commits, and gives the name of the sailing to the
     * printer, which is slow. Returns whether a seat was free; if not, nothing is printed.
     */
    public static boolean sell(Database db, String sailing, Consumer<String> printer) {
        // TODO While the printer is at work, no connection is in use.
        throw new NotSolvedYet("return whether a seat was sold");
    }
}
