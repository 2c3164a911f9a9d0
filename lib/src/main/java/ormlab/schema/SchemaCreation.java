package ormlab.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Creates what is missing in a database. */
final class SchemaCreation {
    private final List<SchemaObject> objects;

    SchemaCreation(List<SchemaObject> objects) {
        this.objects = objects;
    }

    List<String> createMissing(Connection connection) throws SQLException {
        List<String> created = new ArrayList<>();
        OneTransaction.run(
                connection,
                statements -> {
                    Set<String> present = present(connection);
                    for (SchemaObject object : objects) {
                        if (!present.contains(key(object.owner()))) {
                            statements.execute(object.statement());
                            if (object.kind() == SchemaObject.Kind.TABLE) {
                                created.add(object.owner());
                            }
                        }
                    }
                });
        return List.copyOf(created);
    }

    private Set<String> present(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        DatabaseMetaData metadata = connection.getMetaData();
        String[] kinds = {"TABLE", "PARTITIONED TABLE", "VIEW", "SEQUENCE"};
        try (ResultSet rows =
                metadata.getTables(connection.getCatalog(), connection.getSchema(), "%", kinds)) {
            while (rows.next()) {
                names.add(key(rows.getString("TABLE_NAME")));
            }
        }
        for (String schema : namedSchemas()) {
            try (ResultSet rows = metadata.getTables(connection.getCatalog(), schema, "%", kinds)) {
                while (rows.next()) {
                    names.add(key(schema + '.' + rows.getString("TABLE_NAME")));
                }
            }
        }
        if (objects.stream().anyMatch(object -> object.kind() == SchemaObject.Kind.TYPE)) {
            addTypes(connection, names);
        }
        return names;
    }

    /** The schemas that the model names in addition to the default one. */
    private Set<String> namedSchemas() {
        Set<String> schemas = new LinkedHashSet<>();
        for (SchemaObject object : objects) {
            int dot = object.owner().indexOf('.');
            if (dot > 0) {
                schemas.add(object.owner().substring(0, dot));
            }
        }
        return schemas;
    }

    private static void addTypes(Connection connection, Set<String> names) throws SQLException {
        String sql =
                "select typname from pg_type t join pg_namespace n on n.oid = t.typnamespace"
                        + " where n.nspname = current_schema() and typtype in ('c', 'e')";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(key(rows.getString(1)));
            }
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
