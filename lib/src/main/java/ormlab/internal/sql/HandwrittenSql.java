package ormlab.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.type.BasicType;
import org.hibernate.type.descriptor.java.BasicJavaType;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.Engine;
import ormlab.picture.Rows;

/** Binds values to SQL as attributes of the same class would be stored, and reads the rows. */
public final class HandwrittenSql {
    /** Values that every driver binds as the models' types would. */
    private static final Set<Class<?>> PLAIN =
            Set.of(String.class, Integer.class, Long.class, Boolean.class, byte[].class);

    private HandwrittenSql() {}

    /**
     * Checks that the SQL is a single statement.
     *
     * @param caller the method that got it, for the message
     * @throws UnsentStatement if it is more than one
     */
    public static void requireOne(Connection connection, Engine engine, String caller, String sql)
            throws SQLException {
        int statements = engine.countStatements(connection, sql);
        if (statements > 1) {
            throw new UnsentStatement(
                    "%s runs one statement, and '%s' holds %s. Call it once for each."
                            .formatted(caller, sql, statements));
        }
    }

    /**
     * Binds one value to each placeholder.
     *
     * @param caller the method that got the values, for the message
     * @param types knows how values are stored; called only if a value needs it
     * @throws UnsentStatement if there are fewer or more values than placeholders
     */
    public static void bind(
            PreparedStatement statement,
            String caller,
            String sql,
            Supplier<SessionFactoryImplementor> types,
            @Nullable Object... binds)
            throws SQLException {
        int places = places(statement.unwrap(PreparedStatement.class));
        if (places != binds.length) {
            throw new UnsentStatement(
                    "'%s' has %s, and %s got %s. Pass one value for each ?."
                            .formatted(
                                    sql,
                                    counted(places, "placeholder"),
                                    caller,
                                    counted(binds.length, "value")));
        }
        for (int i = 0; i < binds.length; i++) {
            bind(statement, i + 1, binds[i], types);
        }
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Counts without the help of the server, which would need to know the values' types. */
    private static int places(PreparedStatement statement) {
        for (int place = 1; ; place++) {
            try {
                statement.setNull(place, Types.NULL);
            } catch (SQLException | RuntimeException beyondTheLast) {
                return place - 1;
            }
        }
    }

    private static void bind(
            PreparedStatement statement,
            int place,
            @Nullable Object value,
            Supplier<SessionFactoryImplementor> types)
            throws SQLException {
        if (value == null || PLAIN.contains(value.getClass())) {
            statement.setObject(place, value);
        } else if (value instanceof Enum<?> constant) {
            statement.setString(place, constant.name());
        } else {
            SessionFactoryImplementor factory = types.get();
            BasicType<Object> type = type(value.getClass(), factory.getTypeConfiguration());
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

    /** A value may be of a subclass: a Calendar is a GregorianCalendar. */
    private static @Nullable BasicType<Object> type(Class<?> ofValue, TypeConfiguration types) {
        for (Class<?> each = ofValue; each != Object.class; each = each.getSuperclass()) {
            @SuppressWarnings("unchecked")
            JavaType<Object> known =
                    types.getJavaTypeRegistry().findDescriptor((Class<Object>) each);
            if (known instanceof BasicJavaType<Object> basic) {
                return types.getBasicTypeRegistry()
                        .resolve(
                                basic,
                                basic.getRecommendedJdbcType(
                                        types.getCurrentBaseSqlTypeIndicators()));
            }
        }
        return null;
    }

    /** Runs a query and returns its rows. */
    public static Rows read(PreparedStatement query) throws SQLException {
        try (ResultSet result = query.executeQuery()) {
            return read(result);
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
