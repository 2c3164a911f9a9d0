package ch08_shell;

import ormlab.session.DbSession;

public class Freshness {
    public int wateredNow(DbSession session, Plant plant) {
        session.commit();
        session.refresh(plant);
        return plant.getWatered();
    }
}
