package ch08_shell;

import ormlab.session.DbSession;

/** The same in two steps: add the plant if it is missing, then water it. */
public class Watering {
    public int water(DbSession session, String name) {
        if (!session.query(Plant.class).filterBy("name", name).exists()) {
            session.add(new Plant(name, null));
            session.flush();
        }
        Plant plant = session.query(Plant.class).filterBy("name", name).one();
        int watered = plant.getWatered() + 1;
        plant.setWatered(watered);
        session.commit();
        return watered;
    }
}
