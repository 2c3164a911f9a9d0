package ch01_configuration;

import ormlab.config.ConnectionHook;
import ormlab.config.ConnectionSettings;

public class Diary {
    static ConnectionSettings settings() {
        return ConnectionSettings.defaults()
                .onConnect(ConnectionHook.sql("pragma secure_delete = on"));
    }
}
