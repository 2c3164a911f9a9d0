package ch01_configuration;

import ormlab.config.ConnectionHook;
import ormlab.config.ConnectionSettings;

/**
 * Why so: the pragma belongs to a connection, and a pool opens several; the hook reaches each of
 * them, also one that is opened next week. Each call gives new settings, so they form a chain.
 */
public class Diary {
    static ConnectionSettings settings() {
        return ConnectionSettings.defaults()
                .poolSize(3)
                .onConnect(ConnectionHook.sql("pragma secure_delete = on"));
    }
}
