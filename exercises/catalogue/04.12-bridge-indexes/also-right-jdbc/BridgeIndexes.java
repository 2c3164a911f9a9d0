package ch04_queries;

import java.sql.Statement;
import ormlab.Database;

/** Sends the statements through JDBC. The index for the plates contains the lane as well. */
public class BridgeIndexes {
    public static void improve(Database db) {
        db.session()
                .doWork(
                        connection -> {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute(
                                        "create index if not exists plates on"
                                                + " passages(plate, passed_at, lane)");
                                statement.execute(
                                        "create index if not exists lanes on"
                                                + " passages(lane, passed_at)");
                                statement.execute("drop index if exists ix_passages_plate");
                            }
                        });
        db.session().commit();
    }
}
