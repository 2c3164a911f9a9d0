package ch08_shell;

import static ormlab.query.Filters.like;

import ormlab.session.DbSession;

public class DryRun {
    public int wouldDelete(DbSession session, String beginning) {
        return (int) session.query(Plant.class).filter(like("name", beginning + "%")).count();
    }
}
