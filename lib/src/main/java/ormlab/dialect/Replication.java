package ormlab.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How servers of a database copy the changes of a primary.
 *
 * <p>A position is a place in the primary's log of changes, as text. All connections that are
 * passed in have auto-commit on.
 */
public interface Replication {
    /** Returns a position at or after every earlier commit on this server. */
    String position(Connection server) throws SQLException;

    /**
     * Returns whether a query on this server sees every commit up to a position.
     *
     * @param position from {@link #position}, or checked with {@link #isPosition}
     */
    boolean hasReached(Connection server, String position) throws SQLException;

    /** Returns whether untrusted text has the form of a position. */
    boolean isPosition(String text);

    /** Returns a position that every server has reached. */
    String start();

    /** Returns the later of two positions. */
    String later(String one, String other);
}
