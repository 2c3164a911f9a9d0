package ch08_shell;

import ormlab.session.DbSession;

/**
 * Why so: the session watches what it loaded, so a changed object needs no call to be saved; add
 * does nothing to one that it knows already, and takes a new one in. The commit makes all of it
 * stay.
 */
public class Watering {
    public int water(DbSession session, String name) {
        Plant plant =
                session.query(Plant.class)
                        .filterBy("name", name)
                        .first()
                        .orElseGet(() -> new Plant(name, null));
        plant.setWatered(plant.getWatered() + 1);
        session.add(plant);
        session.commit();
        return plant.getWatered();
    }
}
