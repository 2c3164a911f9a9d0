package ormlab.config;

/**
 * Holds what may be tuned about connections.
 *
 * @param poolSize how many connections at most are open at once
 * @param poolMillis how long to wait for a connection when all are in use, milliseconds
 * @param busyMillis how long a writer waits for another writer of the same SQLite file,
 *     milliseconds
 */
public record ConnectionSettings(int poolSize, long poolMillis, int busyMillis) {
    /** Refuses what no pool can be made of. */
    public ConnectionSettings {
        if (poolSize < 1 || poolMillis < 250 || busyMillis < 0) {
            throw new IllegalArgumentException(
                    "A pool needs poolSize >= 1, poolMillis >= 250 and busyMillis >= 0; got "
                            + poolSize
                            + ", "
                            + poolMillis
                            + ", "
                            + busyMillis
                            + ".");
        }
    }

    /**
     * Gives what fits a notebook and a small server.
     *
     * @return 10 connections, 30 s for a connection, 10 s for SQLite's writer
     */
    public static ConnectionSettings defaults() {
        return new ConnectionSettings(10, 30_000, 10_000);
    }
}
