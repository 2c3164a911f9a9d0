package ch04_queries;

import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** A guest book on the web: visitors search for a name, and click on a column to sort by it. */
public class GuestBook {
    /** Returns all entries with this name. */
    public static List<GuestEntry> by(Database db, String name) {
        // TODO Close the hole: a visitor who types x' or '1' = '1 sees all entries.
        String hql = "from GuestEntry where name = '" + name + "'";
        return db.session().createSelectionQuery(hql, GuestEntry.class).getResultList();
    }

    /** Returns all entries, sorted by the column that the address names. */
    public static List<GuestEntry> sorted(Database db, String column) {
        // TODO Sort by "name" or by "city". For anything else, throw an error before anything is
        // sent.
        throw new NotSolvedYet("sort by " + column);
    }
}
