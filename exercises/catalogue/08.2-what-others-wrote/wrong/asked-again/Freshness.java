package ch08_shell;

import ormlab.session.DbSession;

public class Freshness {
    public int wateredNow(DbSession session, Plant plant) {
        return session.query(Plant.class).filterBy("name", plant.getName()).one().getWatered();
    }
}
