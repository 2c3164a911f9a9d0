package ch08_shell;

import ormlab.session.DbSession;

/** The same in HQL. */
public class CleaningUp {
    public int cleanUp(DbSession session) {
        int rows = 0;
        for (String entity : new String[] {"Plant", "Bed"}) {
            rows += session.createMutationQuery("delete from " + entity).executeUpdate();
        }
        session.commit();
        return rows;
    }
}
