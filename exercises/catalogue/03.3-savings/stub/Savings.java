package ch03_sessions;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** Children move coins from one piggy bank to another. No coin may get lost. */
public class Savings {
    /**
     * Moves coins. If that is impossible, nothing changes and the method throws: an
     * IllegalArgumentException if there are too few coins, the database's own error if the other
     * bank cannot hold them.
     *
     * @param db the database, with the model PiggyBank
     * @param from the id of the bank to take coins from
     * @param to the id of the bank to put coins into; it holds at most 100
     * @param coins how many coins to move
     */
    static void move(Database db, int from, int to, int coins) {
        // TODO Load both banks, check, and change both: all or nothing.
        throw new NotSolvedYet("move the coins");
    }
}
