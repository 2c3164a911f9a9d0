package ch03_sessions;

import java.util.ArrayList;
import java.util.List;
import ormlab.Database;

/** What the baker does. Read it and predict; you don't need to change this class. */
public class Bakery {
    /** How many orders were visible from the street after each step. */
    final List<Integer> seen = new ArrayList<>();

    /** The ids of the cake after steps 5, 6 and 7. */
    final List<Integer> cakeIds = new ArrayList<>();

    void day(Database db) {
        db.session().add(new BreadOrder("bread"));
        look(db); // step 1
        db.session().add(new BreadOrder("rolls"));
        db.session().flush();
        look(db); // step 2
        db.session().commit();
        look(db); // step 3
        db.session().add(new BreadOrder("pretzels"));
        db.query(BreadOrder.class).count();
        look(db); // step 4
        db.session().commit();
        BreadOrder cake = new BreadOrder("cake");
        db.session().add(cake);
        cakeIds.add(cake.getId());
        look(db); // step 5
        db.query(BreadOrder.class).count();
        cakeIds.add(cake.getId());
        look(db); // step 6
        db.session().rollback();
        cakeIds.add(cake.getId());
        look(db); // step 7
    }

    /** Counts the orders outside of the session, through the window. */
    private void look(Database db) {
        seen.add(db.rows("select id from bread_order").size());
    }
}
