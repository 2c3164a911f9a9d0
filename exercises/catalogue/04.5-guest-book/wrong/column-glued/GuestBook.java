package ch04_queries;

import java.util.List;
import ormlab.Database;

public class GuestBook {
    public static List<GuestEntry> by(Database db, String name) {
        return db.session()
                .createSelectionQuery("from GuestEntry where name = :name", GuestEntry.class)
                .setParameter("name", name)
                .getResultList();
    }

    public static List<GuestEntry> sorted(Database db, String column) {
        return db.session()
                .createSelectionQuery("from GuestEntry order by " + column, GuestEntry.class)
                .getResultList();
    }
}
