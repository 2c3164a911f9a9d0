package ch08_shell;

import ormlab.session.DbSession;

public class CleaningUp {
    public int cleanUp(DbSession session) {
        return session.query(Plant.class).delete() + session.query(Bed.class).delete();
    }
}
