package ch03_sessions;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** Children move coins from one piggy bank to another. No coin may get lost on the way. */
public class Savings {
    /**
     * Moves coins. When it cannot be done, it throws and nothing has changed: with an
     * IllegalArgumentException when there are too few coins, with the database's own error when the
     * other bank cannot hold them.
     *
     * @param db the database, which knows the model PiggyBank
     * @param from the id of the bank that gives
     * @param to the id of the bank that takes; it holds 100 coins at most
     * @param coins how many
     */
    static void move(Database db, int from, int to, int coins) {
        // TODO Load both banks, check, change both: all or nothing.
        throw new NotSolvedYet("move the coins");
    }
}
