package ch09_out_of_the_notebook;

import static ormlab.query.Filters.lessThan;

import java.util.List;
import ormlab.Database;

/**
 * insertAll takes the ids in blocks, sends batches, and manages no object. The correction refers to
 * the old value, so it is written in HQL. A projection reads a column and nothing else.
 */
public class WeatherStation {
    public static void load(Database db, List<Integer> tenths) {
        db.session().insertAll(tenths.stream().map(Measurement::new).toList());
        db.session().commit();
    }

    public static int correct(Database db, int tenths) {
        int changed =
                db.session()
                        .createMutationQuery("update Measurement set tenths = tenths + :more")
                        .setParameter("more", tenths)
                        .executeUpdate();
        db.session().commit();
        return changed;
    }

    public static List<Integer> below(Database db, int tenths) {
        return db.query(Measurement.class)
                .filter(lessThan("tenths", tenths))
                .orderBy("tenths")
                .select(Integer.class, "tenths")
                .all();
    }
}
