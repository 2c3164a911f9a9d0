package ch09_out_of_the_notebook;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * Sells Gear in several branches, from several processes at once. Each method commits, and returns
 * false without a change if there are too few pieces, or no such gear.
 */
public class CampingShop {
    /** Sells some pieces. Sends nothing but one UPDATE. */
    public static boolean sell(Database db, Integer id, int pieces) {
        throw new NotSolvedYet("sell " + pieces + " pieces");
    }

    /**
     * Lets the courier leave with one piece, and subtracts it. If the courier throws an exception,
     * nothing changes, and the caller gets the exception.
     */
    public static boolean send(Database db, Integer id, Courier courier) {
        // TODO Nobody else may take the last piece while the courier is called.
        throw new NotSolvedYet("send one piece");
    }

    /** Moves pieces from one branch to another. */
    public static boolean move(Database db, Integer from, Integer to, int pieces) {
        // TODO At the same moment, somebody may move pieces in the other direction.
        throw new NotSolvedYet("move " + pieces + " pieces");
    }
}
