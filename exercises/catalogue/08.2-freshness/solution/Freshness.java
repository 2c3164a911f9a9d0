package ch08_shell;

import ormlab.session.DbSession;

/**
 * Why so: refresh reads one row into the object that is already there. The rest of the session,
 * with what waits in it for the commit, is left alone.
 */
public class Freshness {
    public int wateredNow(DbSession session, Plant plant) {
        session.refresh(plant);
        return plant.getWatered();
    }
}
