package ch08_shell;

import ormlab.session.DbSession;

public class DryRun {
    public int wouldDelete(DbSession session, String beginning) {
        try {
            return session.query(Plant.class).filterBy("name", beginning).delete();
        } finally {
            session.rollback();
        }
    }
}
