package ch04_queries;

import ormlab.Database;

/** Reuses the old index's name, with Hibernate's own method for statements. */
public class BridgeIndexes {
    private static void send(Database db, String sql) {
        db.session().createNativeMutationQuery(sql).executeUpdate();
    }

    public static void improve(Database db) {
        send(db, "drop index if exists ix_passages_plate");
        send(db, "create index ix_passages_plate on passages (plate, passed_at)");
        send(db, "create index if not exists ix_passages_lane on passages (lane, passed_at)");
        db.session().commit();
    }
}
