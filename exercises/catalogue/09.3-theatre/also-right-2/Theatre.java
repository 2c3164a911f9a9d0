package ch09_out_of_the_notebook;

import jakarta.persistence.LockModeType;
import ormlab.Database;

/** Locks the play after finding it, as the chapter does: refresh reads the row again. */
public class Theatre {
    public static final int SPARE = 5;

    public static boolean sell(Database db, Integer play, int seats) {
        return db.inTransaction(
                session -> {
                    Play evening = session.query(Play.class).filterBy("id", play).one();
                    session.refresh(evening, LockModeType.PESSIMISTIC_WRITE);
                    boolean enough = evening.getFree() >= seats;
                    if (enough) {
                        evening.setFree(evening.getFree() - seats);
                    }
                    return enough;
                });
    }

    public static int poolSize(int connectionsOfServer, int processes) {
        return Math.max((connectionsOfServer - SPARE) / processes, 1);
    }
}
