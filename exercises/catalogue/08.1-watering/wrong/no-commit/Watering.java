package ch08_shell;

import ormlab.session.DbSession;

public class Watering {
    public int water(DbSession session, String name) {
        Plant plant =
                session.query(Plant.class)
                        .filterBy("name", name)
                        .first()
                        .orElseGet(() -> new Plant(name, null));
        plant.setWatered(plant.getWatered() + 1);
        session.add(plant);
        session.flush();
        return plant.getWatered();
    }
}
