package ch09_out_of_the_notebook;

import ormlab.Database;

public class Theatre {
    public static final int SPARE = 5;

    public static boolean sell(Database db, Integer play, int seats) {
        try {
            Play evening = db.query(Play.class).get(play).orElseThrow();
            int rest = evening.getFree() - seats;
            if (rest < 0) {
                return false;
            }
            db.query(Play.class).filterBy("id", play).update("free", rest);
            db.session().commit();
            return true;
        } finally {
            db.closeSession();
        }
    }

    public static int poolSize(int connectionsOfServer, int processes) {
        return Math.max(1, (connectionsOfServer - SPARE) / processes);
    }
}
