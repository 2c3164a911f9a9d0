package ormlab.identity;

import java.util.PrimitiveIterator;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.persister.entity.EntityPersister;
import ormlab.dialect.SqliteDialect;

/** Takes ids that the database would give to the next rows of a table. */
interface TableIds {
    /**
     * Takes ids.
     *
     * @param persister of the table's own class
     * @param table its name, without quotes
     * @param column of the id
     * @param count how many are needed
     * @param session the session that inserts the rows
     * @return the ids, at least {@code count}; none when the database alone may number this table
     */
    PrimitiveIterator.OfLong take(
            EntityPersister persister,
            String table,
            Column column,
            int count,
            SharedSessionContractImplementor session);

    static TableIds of(SharedSessionContractImplementor session) {
        Dialect dialect = session.getJdbcServices().getDialect();
        if (dialect instanceof SqliteDialect) {
            return SqliteIds.INSTANCE;
        }
        return dialect instanceof PostgreSQLDialect
                ? PostgresIds.INSTANCE
                : (persister, table, column, count, asking) ->
                        java.util.stream.LongStream.empty().iterator();
    }
}
