package ch08_shell;

import ormlab.session.DbSession;

/**
 * refresh reads one row into the existing object. The rest of the session, with its pending
 * changes, is not affected.
 */
public class Freshness {
    public int wateredNow(DbSession session, Plant plant) {
        session.refresh(plant);
        return plant.getWatered();
    }
}
