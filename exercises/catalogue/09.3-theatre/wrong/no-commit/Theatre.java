package ch09_out_of_the_notebook;

import jakarta.persistence.LockModeType;
import ormlab.Database;

public class Theatre {
    public static final int SPARE = 5;

    public static boolean sell(Database db, Integer play, int seats) {
        try {
            Play evening = db.query(Play.class).get(play).orElseThrow();
            db.session().refresh(evening, LockModeType.PESSIMISTIC_WRITE);
            boolean enough = evening.getFree() >= seats;
            if (enough) {
                evening.setFree(evening.getFree() - seats);
            }
            return enough;
        } finally {
            db.closeSession();
        }
    }

    public static int poolSize(int connectionsOfServer, int processes) {
        return Math.max((connectionsOfServer - SPARE) / processes, 1);
    }
}
