package ormlab.migrate.history;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.FlywayExecutor;

/** Flyway's table of the migrations that have run. */
final class HistoryTable {
    /** Flyway's default name. */
    static final String NAME = "flyway_schema_history";

    private HistoryTable() {}

    /** Returns the names of a database's other tables, in lower case. */
    static Set<String> otherTables(Connection connection) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        DatabaseMetaData metadata = connection.getMetaData();
        String[] kinds = {"TABLE", "PARTITIONED TABLE", "VIEW"};
        try (ResultSet rows =
                metadata.getTables(connection.getCatalog(), connection.getSchema(), "%", kinds)) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        names.remove(NAME);
        return names;
    }

    /**
     * Creates the table in a database that already has other tables, which Flyway does not do on
     * its own.
     *
     * @param created the tables that the migrations create, in lower case
     * @param begun whether another process has begun the history in the meantime
     * @throws TablesWithoutHistory if one of those tables exists
     */
    static void begin(FlywaySetup setup, Set<String> created, BooleanSupplier begun)
            throws SQLException {
        Set<String> present;
        try (Connection connection = setup.connections().getConnection()) {
            present = otherTables(connection);
        }
        List<String> clash = created.stream().filter(present::contains).toList();
        if (clash.isEmpty()) {
            if (!present.isEmpty()) {
                create(setup);
            }
        } else if (!begun.getAsBoolean()) {
            throw new TablesWithoutHistory(clash);
        }
    }

    private static void create(FlywaySetup setup) {
        new FlywayExecutor(setup.up())
                .execute(
                        (resolver, history, database, schema, schemas, events, interceptor) -> {
                            history.create(false);
                            return true;
                        },
                        false,
                        null);
    }

    /** Returns the SQL that creates the table as Flyway does; empty if it exists. */
    static String script(FlywaySetup setup) {
        return new FlywayExecutor(setup.up())
                .execute(
                        (resolver, history, database, schema, schemas, events, stop) ->
                                history.exists()
                                        ? ""
                                        : database.getRawCreateScript(schema.getTable(NAME), false),
                        false,
                        null);
    }
}
