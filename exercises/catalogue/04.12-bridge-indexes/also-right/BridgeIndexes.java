package ch04_queries;

import java.util.List;
import ormlab.Database;

/** Drops and creates in a transaction of its own, with names of its own and a descending time. */
public class BridgeIndexes {
    private static final List<String> STATEMENTS =
            List.of(
                    "drop index if exists ix_passages_plate",
                    "drop index if exists by_plate",
                    "drop index if exists by_lane",
                    "create index by_plate on passages (plate, passed_at desc)",
                    "create index by_lane on passages (lane, passed_at desc)");

    public static void improve(Database db) {
        db.inTransaction(
                session -> {
                    STATEMENTS.forEach(session::execute);
                });
    }
}
