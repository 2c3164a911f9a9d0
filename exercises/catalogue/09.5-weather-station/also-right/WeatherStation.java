package ch09_out_of_the_notebook;

import java.util.List;
import ormlab.Database;

/** The session manages the objects until it is cleared, and the rest is SQL and HQL. */
public class WeatherStation {
    public static void load(Database db, List<Integer> tenths) {
        for (int number : tenths) {
            db.session().add(new Measurement(number));
        }
        db.session().flush();
        db.session().clear();
        db.session().commit();
    }

    public static int correct(Database db, int tenths) {
        int changed = db.session().execute("update measurement set tenths = tenths + ?", tenths);
        db.session().commit();
        return changed;
    }

    public static List<Integer> below(Database db, int tenths) {
        return db.session()
                .createSelectionQuery(
                        "select tenths from Measurement where tenths < :limit order by tenths",
                        Integer.class)
                .setParameter("limit", tenths)
                .getResultList();
    }
}
