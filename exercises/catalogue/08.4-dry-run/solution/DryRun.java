package ch08_shell;

import static ormlab.query.Filters.like;

import ormlab.session.DbSession;

/**
 * The database itself shows what would happen, with all its constraints. Nothing is kept, because
 * the rollback is in a finally and always runs.
 */
public class DryRun {
    public int wouldDelete(DbSession session, String beginning) {
        try {
            return session.query(Plant.class).filter(like("name", beginning + "%")).delete();
        } finally {
            session.rollback();
        }
    }
}
