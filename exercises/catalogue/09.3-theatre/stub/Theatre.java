package ch09_out_of_the_notebook;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * Sells the seats of a theatre. The same program runs in several processes at once, on one
 * database; on which one, nobody has told it. The entity is Play.
 */
public class Theatre {
    /** How many connections are kept for those who look what is wrong. */
    public static final int SPARE = 5;

    /**
     * Sells that many seats of a play, if as many are free: then they are not free any more, the
     * answer is true, and it stays so. If not, the answer is false and nothing changes.
     */
    public static boolean sell(Database db, Integer play, int seats) {
        // TODO Between your look and your change there must be no room for another process.
        throw new NotSolvedYet("whether the seats are sold");
    }

    /**
     * Says how large the pool of each process may be: all of them together leave SPARE connections
     * of the server's free, and a process has one at least.
     */
    public static int poolSize(int connectionsOfServer, int processes) {
        throw new NotSolvedYet("the size of a pool");
    }
}
