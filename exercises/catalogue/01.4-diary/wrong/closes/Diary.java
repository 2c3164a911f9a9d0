package ch01_configuration;

import ormlab.config.ConnectionSettings;

public class Diary {
    static ConnectionSettings settings() {
        return ConnectionSettings.defaults()
                .poolSize(3)
                .onConnect(
                        connection -> {
                            try (connection) {
                                connection.createStatement().execute("pragma secure_delete = on");
                            }
                        });
    }
}
