package ormlab;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.type.BasicType;
import org.jspecify.annotations.Nullable;
import ormlab.config.ConnectionSource;
import ormlab.error.OrmlabException;
import ormlab.error.ShortTrace;
import ormlab.picture.Rows;
import ormlab.trace.SqlText;

/** Runs SQL on a connection outside of any session. */
final class DirectSql {
    private static final Set<String> QUERIES =
            Set.of("select", "with", "values", "table", "explain", "pragma", "show");

    /** Values that every driver binds as the models' types would. */
    private static final Set<Class<?>> PLAIN =
            Set.of(String.class, Integer.class, Long.class, Boolean.class, byte[].class);

    private final ConnectionSource source;
    private final BiFunction<SQLException, String, String> words;
    private final Supplier<SessionFactoryImplementor> types;

    /**
     * Creates it for one database.
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
                bind(statement, sql, binds);
                try (ResultSet result = statement.executeQuery()) {
                    return read(result);
                }
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
        int statements = source.engine().countStatements(connection, sql);
        if (statements > 1) {
            throw new OrmlabException(
                    "rows(…) runs one query, and '%s' holds %s statements. Call rows(…) for each."
                            .formatted(sql, statements));
        }
        if (source.engine().outlivesRollback(sql)) {
            throw new OrmlabException(
                    ("rows(…) only reads, and '%s' changes its connection, which other code uses"
                                    + " after it. Set up connections with"
                                    + " ConnectionSettings.onConnect(…).")
                            .formatted(sql));
        }
    }

    private void bind(PreparedStatement statement, String sql, @Nullable Object... binds)
            throws SQLException {
        int places = places(statement.unwrap(PreparedStatement.class));
        if (places != binds.length) {
            throw new OrmlabException(
                    "'%s' has %s, and rows(…) got %s. Pass one value for each ?."
                            .formatted(
                                    sql,
                                    counted(places, "placeholder"),
                                    counted(binds.length, "value")));
        }
        for (int i = 0; i < binds.length; i++) {
            bind(statement, i + 1, binds[i]);
        }
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Counts without asking the server, which would need to know the types of the values. */
    private static int places(PreparedStatement statement) {
        for (int place = 1; ; place++) {
            try {
                statement.setNull(place, Types.NULL);
            } catch (SQLException | RuntimeException beyondTheLast) {
                return place - 1;
            }
        }
    }

    private void bind(PreparedStatement statement, int place, @Nullable Object value)
            throws SQLException {
        if (value == null || PLAIN.contains(value.getClass())) {
            statement.setObject(place, value);
        } else if (value instanceof Enum<?> constant) {
            statement.setString(place, constant.name());
        } else {
            SessionFactoryImplementor factory = types.get();
            @SuppressWarnings("unchecked")
            BasicType<Object> type =
                    (BasicType<Object>)
                            factory.getTypeConfiguration()
                                    .getBasicTypeForJavaType(value.getClass());
            if (type == null) {
                statement.setObject(place, value);
            } else {
                type.getJdbcValueBinder()
                        .bind(
                                statement,
                                type.convertToRelationalValue(value),
                                place,
                                factory.getWrapperOptions());
            }
        }
    }

    private static Rows read(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        List<List<Object>> rows = new ArrayList<>();
        while (result.next()) {
            List<Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(result.getObject(i));
            }
            rows.add(row);
        }
        return new Rows(columns, rows);
    }
}
