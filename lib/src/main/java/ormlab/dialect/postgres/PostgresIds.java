package ormlab.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Takes many values at once from the sequence of an identity or serial column.
 *
 * <p>A table that the library did not create may have no such sequence, or may reject ids from
 * outside ({@code generated always}). Then the query returns no row, and the database generates
 * each id at its insert.
 */
final class PostgresIds {
    private static final String NEXT =
            """
            select nextval(pg_get_serial_sequence(?, ?)) from generate_series(1, ?) \
            where exists (select from pg_attribute where attrelid = ?::regclass and attname = ? \
            and attidentity <> 'a' and pg_get_serial_sequence(?, ?) is not null)\
            """;

    private PostgresIds() {}

    static PrimitiveIterator.OfLong take(
            EntityPersister persister,
            Column column,
            int count,
            SharedSessionContractImplementor session) {
        String name = persister.getIdentifierTableName();
        String id =
                column.isQuoted() ? column.getName() : column.getName().toLowerCase(Locale.ROOT);
        return session.doReturningWork(connection -> next(connection, name, id, count));
    }

    private static PrimitiveIterator.OfLong next(
            Connection connection, String table, String column, int count) throws SQLException {
        LongStream.Builder ids = LongStream.builder();
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, table);
            statement.setString(2, column);
            statement.setInt(3, count);
            statement.setString(4, table);
            statement.setString(5, column);
            statement.setString(6, table);
            statement.setString(7, column);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
        return ids.build().iterator();
    }
}
