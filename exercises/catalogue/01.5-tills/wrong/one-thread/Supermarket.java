package ch01_configuration;

import java.util.List;
import ormlab.Database;

public class Supermarket {
    static void sell(Database db, List<String> tills) {
        for (String till : tills) {
            db.session().add(new Sale(till));
        }
        db.session().commit();
    }
}
