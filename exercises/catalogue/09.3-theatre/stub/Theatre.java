package ch09_out_of_the_notebook;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * Sells the seats of a theatre. The same program runs in several processes at once, on one
 * database, which may be SQLite or PostgreSQL. The entity is Play.
 */
public class Theatre {
    /** How many connections stay free for finding out what is wrong. */
    public static final int SPARE = 5;

    /**
     * Sells this number of seats of a play and commits. Returns whether enough seats were free; if
     * not, nothing changes.
     */
    public static boolean sell(Database db, Integer play, int seats) {
        // TODO No other process may read the number between your read and your change.
        throw new NotSolvedYet("return whether the seats are sold");
    }

    /**
     * Returns how large the pool of each process may be. All pools together leave SPARE of the
     * server's connections free, and each process has at least one.
     */
    public static int poolSize(int connectionsOfServer, int processes) {
        throw new NotSolvedYet("return the size of a pool");
    }
}
