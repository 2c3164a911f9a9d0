package ch08_shell;

import ormlab.session.DbSession;

public class CleaningUp {
    public int cleanUp(DbSession session) {
        int rows = 0;
        for (Plant plant : session.query(Plant.class).all()) {
            session.delete(plant);
            rows++;
        }
        session.flush();
        for (Bed bed : session.query(Bed.class).all()) {
            session.delete(bed);
            rows++;
        }
        session.commit();
        return rows;
    }
}
