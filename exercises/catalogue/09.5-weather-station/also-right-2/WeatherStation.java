package ch09_out_of_the_notebook;

import java.util.List;
import ormlab.Database;

/** Transactions of their own: their sessions are closed at the end, and so forget everything. */
public class WeatherStation {
    public static void load(Database db, List<Integer> tenths) {
        db.inTransaction(
                session -> {
                    session.addAll(tenths.stream().map(Measurement::new).toList());
                });
    }

    public static int correct(Database db, int tenths) {
        return db.inTransaction(
                session ->
                        session.createMutationQuery(
                                        "update Measurement set tenths = tenths + :more")
                                .setParameter("more", tenths)
                                .executeUpdate());
    }

    public static List<Integer> below(Database db, int tenths) {
        return db
                .rows("select tenths from measurement where tenths < ? order by tenths", tenths)
                .values()
                .stream()
                .map(row -> ((Number) row.get(0)).intValue())
                .toList();
    }
}
