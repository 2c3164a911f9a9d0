package ormlab.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import ormlab.dialect.sqlite.internal.connection.SqliteConnection;

/**
 * Continues from the highest id that SQLite ever generated in a table.
 *
 * <p>It takes the write lock first, so no other connection inserts until the commit. SQLite records
 * the ids when the rows arrive, so it never generates them again, even after a delete; the ids of a
 * transaction that is rolled back were never stored.
 */
final class SqliteIds {
    private static final String HIGHEST = "select max(%s) from %s";
    private static final String HIGHEST_EVER =
            " union all select seq from sqlite_sequence where name = ? collate nocase";

    private SqliteIds() {}

    /** Returns an endless iterator: the lock reserves all higher ids for this session. */
    static PrimitiveIterator.OfLong take(
            EntityPersister persister, String table, SharedSessionContractImplementor session) {
        String highest =
                HIGHEST.formatted(
                        persister.getIdentifierColumnNames()[0],
                        persister.getIdentifierTableName());
        long last =
                session.doReturningWork(
                        connection -> {
                            beginWrite(connection);
                            return highest(connection, highest, table);
                        });
        return LongStream.iterate(last + 1, id -> id > 0, id -> id + 1).iterator();
    }

    private static void beginWrite(Connection connection) throws SQLException {
        if (connection.isWrapperFor(SqliteConnection.class)) {
            connection.unwrap(SqliteConnection.class).beginWrite();
        }
    }

    private static long highest(Connection connection, String highest, String table)
            throws SQLException {
        try {
            return number(connection, highest + HIGHEST_EVER, table);
        } catch (SQLException refused) {
            // SQLite creates sqlite_sequence together with the first table that has autoincrement.
            if (!String.valueOf(refused.getMessage()).contains("sqlite_sequence")) {
                throw refused;
            }
            return number(connection, highest);
        }
    }

    private static long number(Connection connection, String sql, String... binds)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < binds.length; i++) {
                statement.setString(i + 1, binds[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                long highest = 0;
                while (rows.next()) {
                    highest = Math.max(highest, rows.getLong(1));
                }
                return highest;
            }
        }
    }
}
