package ch08_shell;

import ormlab.session.DbSession;

public class Freshness {
    public int wateredNow(DbSession session, Plant plant) {
        session.clear();
        return session.query(Plant.class).get(plant.getId()).orElseThrow().getWatered();
    }
}
