package ormlab.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.replication.LogSequenceNumber;
import ormlab.dialect.Replication;

/** PostgreSQL's streaming replication; a position is an LSN such as {@code 0/3000148}. */
final class PostgresReplication implements Replication {
    /**
     * A commit waits until its record is flushed, unless the setting says otherwise. Later records,
     * such as those of vacuum, may stay in memory for seconds, and no replica gets them until then.
     */
    private static final String POSITION =
            "select case current_setting('synchronous_commit') when 'off'"
                    + " then pg_current_wal_insert_lsn() else pg_current_wal_flush_lsn() end";

    /** A promoted replica has nothing left to replay, so its own commits count instead. */
    private static final String HAS_REACHED =
            "select case when pg_is_in_recovery() then pg_last_wal_replay_lsn()"
                    + " else pg_current_wal_insert_lsn() end >= ?::pg_lsn";

    @Override
    public String position(Connection server) throws SQLException {
        try (Statement statement = server.createStatement();
                ResultSet row = statement.executeQuery(POSITION)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public boolean hasReached(Connection server, String position) throws SQLException {
        try (PreparedStatement statement = server.prepareStatement(HAS_REACHED)) {
            statement.setString(1, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public boolean isPosition(String text) {
        return text.matches("[0-9A-Fa-f]{1,8}/[0-9A-Fa-f]{1,8}");
    }

    @Override
    public String start() {
        return LogSequenceNumber.INVALID_LSN.asString();
    }

    @Override
    public String later(String one, String other) {
        return Long.compareUnsigned(number(one), number(other)) < 0 ? other : one;
    }

    private static long number(String position) {
        return LogSequenceNumber.valueOf(position).asLong();
    }
}
