package ch08_shell;

import ormlab.session.DbSession;

public class Watering {
    public int water(DbSession session, String name) {
        Plant plant = new Plant(name, null);
        plant.setWatered(1);
        session.add(plant);
        session.commit();
        return 1;
    }
}
