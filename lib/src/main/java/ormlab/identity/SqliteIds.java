package ormlab.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.persister.entity.EntityPersister;
import ormlab.config.Transactional;

/**
 * Counts on from the highest id that SQLite ever gave in a table.
 *
 * <p>The write lock is taken first: until the commit nobody else inserts. SQLite notes the ids by
 * itself when the rows arrive, so none is given twice, also after a delete; those of a transaction
 * that is rolled back were never stored.
 */
enum SqliteIds implements TableIds {
    INSTANCE;

    private static final String HIGHEST = "select max(%s) from %s";
    private static final String HIGHEST_EVER =
            " union all select seq from sqlite_sequence where name = ? collate nocase";

    /** As many as are asked for: the lock makes all higher numbers this session's own. */
    @Override
    public PrimitiveIterator.OfLong take(
            EntityPersister persister,
            String table,
            Column column,
            int count,
            SharedSessionContractImplementor session) {
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
        if (connection.isWrapperFor(Transactional.class)) {
            connection.unwrap(Transactional.class).beginWrite();
        }
    }

    private static long highest(Connection connection, String highest, String table)
            throws SQLException {
        try {
            return number(connection, highest + HIGHEST_EVER, table);
        } catch (SQLException refused) {
            // Only the first table with autoincrement brings sqlite_sequence along.
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
