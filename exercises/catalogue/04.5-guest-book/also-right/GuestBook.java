package ch04_queries;

import java.util.List;
import ormlab.Database;

public class GuestBook {
    public static List<GuestEntry> by(Database db, String name) {
        return db.query(GuestEntry.class).filterBy("name", name).all();
    }

    public static List<GuestEntry> sorted(Database db, String column) {
        String known =
                switch (column) {
                    case "name", "city" -> column;
                    default -> throw new IllegalArgumentException("No column " + column);
                };
        return db.query(GuestEntry.class).orderBy(known).all();
    }
}
