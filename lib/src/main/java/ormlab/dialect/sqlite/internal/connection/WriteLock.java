package ormlab.dialect.sqlite.internal.connection;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets the writers of one SQLite file take turns, in the order in which they came.
 *
 * <p>SQLite has one writer at a time and makes the others poll, which starves some of them under
 * load. Within one process, this queue replaces the polling; between processes, SQLite's own busy
 * timeout still applies.
 */
final class WriteLock {
    /** SQLite's own code for a locked database. */
    private static final int SQLITE_BUSY = 5;

    private final Semaphore permit = new Semaphore(1, true);
    private final long waitMillis;
    private volatile Thread holder;

    WriteLock(long waitMillis) {
        this.waitMillis = waitMillis;
    }

    void acquire() throws SQLException {
        Thread current = Thread.currentThread();
        if (current == holder) {
            throw new SQLException(
                    "This thread already writes to the database through another session. Commit or"
                            + " roll back that one first: otherwise it would wait for itself"
                            + " forever.");
        }
        try {
            if (!permit.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                Thread other = holder;
                throw new SQLException(
                        ("The database is locked: %s has been writing for more than %s ms without a"
                                        + " commit or rollback. SQLite has one writer at a time.")
                                .formatted(
                                        other == null
                                                ? "another session"
                                                : "thread '" + other.getName() + "'",
                                        waitMillis),
                        "HY000",
                        SQLITE_BUSY);
            }
            holder = current;
        } catch (InterruptedException interrupted) {
            current.interrupt();
            throw new SQLException(
                    "Interrupted while waiting for another writer of the database.", interrupted);
        }
    }

    void release() {
        holder = null;
        permit.release();
    }
}
