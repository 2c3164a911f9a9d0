package ch08_shell;

import ormlab.session.DbSession;

public class CleaningUp {
    public int cleanUp(DbSession session) {
        int rows = session.query(Plant.class).delete();
        session.commit();
        return rows;
    }
}
