package ch04_queries;

import java.util.List;
import ormlab.Database;

/**
 * The value is bound, so the statement is the same whatever was typed. The name of a column cannot
 * be bound, so only the names that the page offers are accepted.
 */
public class GuestBook {
    private static final List<String> SORTABLE = List.of("name", "city");

    public static List<GuestEntry> by(Database db, String name) {
        return db.session()
                .createSelectionQuery("from GuestEntry where name = :name", GuestEntry.class)
                .setParameter("name", name)
                .getResultList();
    }

    public static List<GuestEntry> sorted(Database db, String column) {
        if (!SORTABLE.contains(column)) {
            throw new IllegalArgumentException("Cannot sort by '" + column + "'.");
        }
        return db.session()
                .createSelectionQuery("from GuestEntry order by " + column, GuestEntry.class)
                .getResultList();
    }
}
