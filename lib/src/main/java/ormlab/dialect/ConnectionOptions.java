package ormlab.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The user's choices for connections.
 *
 * @param lockTimeoutMillis how long a writer waits for another one
 * @param extensions whether extensions of the database may be loaded
 * @param replica whether the connections only read, so that a replica can serve them
 * @param setup runs on each new connection, after the library's own settings
 */
public record ConnectionOptions(
        int lockTimeoutMillis, boolean extensions, boolean replica, Setup setup) {
    /** Returns the same options for connections to replicas. */
    public ConnectionOptions ofReplica() {
        return new ConnectionOptions(lockTimeoutMillis, extensions, true, setup);
    }

    /** Sets up a new connection. */
    @FunctionalInterface
    public interface Setup {
        /** Sets up a new connection, or closes it and throws. */
        void accept(Connection connection) throws SQLException;
    }
}
