package ch09_out_of_the_notebook;

import jakarta.persistence.LockModeType;
import ormlab.Database;

/**
 * Why so: the lock is taken together with the reading, so what was read is still true when it is
 * written back, on any database. It is held for one short transaction. Pools are divided, not
 * guessed: the server counts the connections of all processes.
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
