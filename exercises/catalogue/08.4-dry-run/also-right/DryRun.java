package ch08_shell;

import ormlab.session.DbSession;

/** The same in HQL. */
public class DryRun {
    public int wouldDelete(DbSession session, String beginning) {
        int rows =
                session.createMutationQuery("delete from Plant p where p.name like :name")
                        .setParameter("name", beginning + "%")
                        .executeUpdate();
        session.rollback();
        return rows;
    }
}
