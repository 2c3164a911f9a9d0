package ormlab.migrate.history;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The names of a database's tables. */
final class Tables {
    /** The default name of Flyway's own table. */
    static final String HISTORY = "flyway_schema_history";

    private Tables() {}

    /** Returns the names in lower case, without Flyway's own. */
    static Set<String> in(Connection connection) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        DatabaseMetaData metadata = connection.getMetaData();
        String[] kinds = {"TABLE", "PARTITIONED TABLE", "VIEW"};
        try (ResultSet rows =
                metadata.getTables(connection.getCatalog(), connection.getSchema(), "%", kinds)) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        names.remove(HISTORY);
        return names;
    }
}
