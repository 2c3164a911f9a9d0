package ch08_shell;

import ormlab.session.DbSession;

/** Queries only the number, so no object with old values is involved. */
public class Freshness {
    public int wateredNow(DbSession session, Plant plant) {
        return session.createSelectionQuery(
                        "select p.watered from Plant p where p.id = :id", Integer.class)
                .setParameter("id", plant.getId())
                .getSingleResult();
    }
}
