package ch08_shell;

import ormlab.session.DbSession;

/**
 * The session notices changes of the objects that it loaded, so you don't have to save them. add
 * does nothing to an object that is already managed, and makes a new one managed. The commit keeps
 * both changes.
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
