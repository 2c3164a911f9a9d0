package ch04_queries;

import ormlab.Database;

/**
 * In both indexes the column that is compared with = comes first, so the rows that a query needs
 * are next to each other, sorted by time. The index on the plate alone is the beginning of a longer
 * one, so it would only make each new passage slower.
 */
public class BridgeIndexes {
    public static void improve(Database db) {
        db.session()
                .execute(
                        "create index if not exists ix_passages_plate_passed_at"
                                + " on passages (plate, passed_at)");
        db.session()
                .execute(
                        "create index if not exists ix_passages_lane_passed_at"
                                + " on passages (lane, passed_at)");
        db.session().execute("drop index if exists ix_passages_plate");
        db.session().commit();
    }
}
