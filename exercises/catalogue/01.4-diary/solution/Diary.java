package ch01_configuration;

import ormlab.config.ConnectionHook;
import ormlab.config.ConnectionSettings;

/**
 * The pragma applies to one connection, and a pool opens several. The hook runs on each of them,
 * even on one that is opened next week. Each call returns new settings, so the calls form a chain.
 */
public class Diary {
    static ConnectionSettings settings() {
        return ConnectionSettings.defaults()
                .poolSize(3)
                .onConnect(ConnectionHook.sql("pragma secure_delete = on"));
    }
}
