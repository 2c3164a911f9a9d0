package ch01_configuration;

import java.sql.Statement;
import ormlab.config.ConnectionSettings;

/** The hook in Java; it closes its statement. */
public class Diary {
    static ConnectionSettings settings() {
        ConnectionSettings wiping =
                ConnectionSettings.defaults()
                        .onConnect(
                                connection -> {
                                    try (Statement statement = connection.createStatement()) {
                                        statement.execute("PRAGMA secure_delete(true)");
                                    }
                                });
        return wiping.poolSize(3);
    }
}
