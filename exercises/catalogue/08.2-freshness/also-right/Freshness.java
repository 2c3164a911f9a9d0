package ch08_shell;

import ormlab.session.DbSession;

/** The same by a query for the number alone: no object is involved, so none is old. */
public class Freshness {
    public int wateredNow(DbSession session, Plant plant) {
        return session.createSelectionQuery(
                        "select p.watered from Plant p where p.id = :id", Integer.class)
                .setParameter("id", plant.getId())
                .getSingleResult();
    }
}
