package ch01_configuration;

import ormlab.config.ConnectionHook;
import ormlab.config.ConnectionSettings;

public class Diary {
    static ConnectionSettings settings() {
        return ConnectionSettings.defaults()
                .poolSize(3)
                .onConnect(ConnectionHook.sql("pragma secure_delete = on"))
                .onConnect(ConnectionHook.sql("pragma foreign_keys = off"));
    }
}
