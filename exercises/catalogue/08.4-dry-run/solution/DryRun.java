package ch08_shell;

import static ormlab.query.Filters.like;

import ormlab.session.DbSession;

/**
 * Why so: the database itself says what would happen, with all its rules. Nothing of it stays,
 * because the rollback stands in a finally and so comes in any case.
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
