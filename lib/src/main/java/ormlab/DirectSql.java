package ormlab;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;
import ormlab.config.ConnectionSource;
import ormlab.error.OrmlabException;
import ormlab.error.ShortTrace;
import ormlab.internal.sql.HandwrittenSql;
import ormlab.picture.Rows;
import ormlab.trace.SqlText;

/** Runs SQL on a connection outside of any session. */
final class DirectSql {
    private static final Set<String> QUERIES =
            Set.of("select", "with", "values", "table", "explain", "pragma", "show");

    private final ConnectionSource source;
    private final BiFunction<SQLException, String, String> words;
    private final Supplier<SessionFactoryImplementor> types;

    /**
     * Creates an instance for one database.
     *
     * @param words explains a driver's error about a statement
     * @param types knows how values are stored
     */
    DirectSql(
            ConnectionSource source,
            BiFunction<SQLException, String, String> words,
            Supplier<SessionFactoryImplementor> types) {
        this.source = source;
        this.words = words;
        this.types = types;
    }

    /** Work on a connection. */
    interface Work<R> {
        R on(Connection connection) throws SQLException;
    }

    <R> R run(String purpose, String sql, Work<R> work) {
        try (Connection connection = source.getConnection()) {
            R result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException refused) {
            throw failed(purpose, sql, refused);
        }
    }

    private OrmlabException failed(String purpose, String sql, SQLException refused) {
        return ShortTrace.of(
                new OrmlabException(
                        "Could not " + purpose + ": " + words.apply(refused, sql), refused));
    }

    /** Runs a query in a transaction that only reads and is rolled back, so nothing is left. */
    Rows rows(String sql, @Nullable Object... binds) {
        if (!QUERIES.contains(SqlText.firstWord(sql))) {
            throw writes(sql, "is not a query", null);
        }
        try (Connection connection = source.getConnection()) {
            requireOneQuery(connection, sql);
            connection.setReadOnly(true);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                HandwrittenSql.bind(statement, "rows(…)", sql, types, binds);
                return HandwrittenSql.read(statement);
            }
        } catch (SQLException refused) {
            throw source.engine().refusesToWrite(refused)
                    ? writes(sql, "writes", refused)
                    : failed("run '" + sql + "'", sql, refused);
        }
    }

    private static OrmlabException writes(String sql, String why, @Nullable SQLException cause) {
        return ShortTrace.of(
                new OrmlabException(
                        "rows(…) only reads, and '%s' %s. Write through a session."
                                .formatted(sql, why),
                        cause));
    }

    private void requireOneQuery(Connection connection, String sql) throws SQLException {
        HandwrittenSql.requireOne(connection, source.engine(), "rows(…)", sql);
        if (source.engine().outlivesRollback(sql)) {
            throw new OrmlabException(
                    ("rows(…) only reads, and '%s' changes its connection, which other code uses"
                                    + " after it. Set up connections with"
                                    + " ConnectionSettings.onConnect(…).")
                            .formatted(sql));
        }
    }
}
