package ch09_out_of_the_notebook;

import jakarta.persistence.LockModeType;
import ormlab.Database;

/**
 * The row is locked when it is read, so the number is still correct when it is written back, on
 * both databases. The lock is held for one short transaction. The server counts the connections of
 * all processes, so the size of each pool is calculated from their number.
 */
public class Theatre {
    public static final int SPARE = 5;

    public static boolean sell(Database db, Integer play, int seats) {
        return db.inTransaction(
                session -> {
                    Play evening = session.find(Play.class, play, LockModeType.PESSIMISTIC_WRITE);
                    if (evening.getFree() < seats) {
                        return false;
                    }
                    evening.setFree(evening.getFree() - seats);
                    return true;
                });
    }

    public static int poolSize(int connectionsOfServer, int processes) {
        return Math.max(1, (connectionsOfServer - SPARE) / processes);
    }
}
