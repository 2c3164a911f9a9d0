package ormlab.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.compare.TableRules;
import ormlab.migrate.internal.engine.MigrationEngine;
import ormlab.migrate.script.MigrationScript;
import ormlab.schema.Schema;
import ormlab.testing.MappedModel;
import ormlab.testing.TestDatabase;

/** A database that goes through the versions of its model. */
public final class Evolution {
    private static final Pattern MADE =
            Pattern.compile(
                    "^create (?:sequence|type|table|(?:unique )?index) (\\w+)",
                    Pattern.CASE_INSENSITIVE);

    private final String url;
    private final boolean sqlite;
    private TableRules rules = TableRules.all();

    private Evolution(String url) {
        this.url = url;
        this.sqlite = url.startsWith("jdbc:sqlite:");
    }

    public static Evolution on(TestDatabase database) {
        return new Evolution(database.jdbcUrl());
    }

    public String url() {
        return url;
    }

    /** Creates a model's tables as createAll does, and remembers them as known. */
    public Evolution create(Class<?>... classes) {
        return create(schema(classes));
    }

    public Evolution create(Schema schema) {
        onConnection(schema::createMissing);
        know(schema);
        return this;
    }

    /** Treats a schema's tables as if earlier migrations had created them. */
    public void know(Schema schema) {
        Set<String> names = new HashSet<>();
        schema.tables().forEach(table -> names.add(table.name().name()));
        for (String sql : schema.createStatements()) {
            Matcher made = MADE.matcher(sql);
            if (made.find()) {
                names.add(made.group(1));
            }
        }
        rules = rules.knowing(names);
    }

    public void rules(TableRules rules) {
        this.rules = rules;
    }

    public TableRules rules() {
        return rules;
    }

    public MappedModel map(Class<?>... classes) {
        return MappedModel.of(url, Map.of(), classes);
    }

    public Schema schema(Class<?>... classes) {
        try (MappedModel model = map(classes)) {
            return model.schema();
        }
    }

    public SchemaDiff diff(Class<?>... classes) {
        return diff(Decisions.none(), classes);
    }

    public SchemaDiff diff(Schema schema) {
        return diff(Decisions.none(), schema);
    }

    public SchemaDiff diff(Decisions decisions, Class<?>... classes) {
        return diff(decisions, schema(classes));
    }

    public SchemaDiff diff(Decisions decisions, Schema schema) {
        return onConnection(connection -> compare(connection, schema, decisions));
    }

    private SchemaDiff compare(Connection connection, Schema schema, Decisions decisions)
            throws SQLException {
        return MigrationEngine.of(connection).compare(connection, schema, rules, decisions);
    }

    public MigrationScript write(Decisions decisions, Class<?>... classes) {
        return write(decisions, schema(classes));
    }

    public MigrationScript write(Decisions decisions, Schema schema) {
        return onConnection(
                connection ->
                        MigrationEngine.of(connection)
                                .write(
                                        connection,
                                        compare(connection, schema, decisions),
                                        decisions));
    }

    /** Writes the migration, runs it, and checks that nothing is left to do. */
    public MigrationScript migrate(Decisions decisions, Class<?>... classes) {
        Schema schema = schema(classes);
        MigrationScript script = write(decisions, schema);
        run(script.upgrade());
        know(schema);
        SchemaDiff rest = diff(decisions, schema);
        if (!rest.isEmpty()) {
            throw new AssertionError(rest + "\nafter\n" + script.upgrade());
        }
        return script;
    }

    /** Runs a script in one transaction and checks foreign keys before the commit. */
    public void run(String script) {
        onConnection(
                connection -> {
                    connection.setAutoCommit(false);
                    try (Statement statement = connection.createStatement()) {
                        if (sqlite) {
                            statement.executeUpdate(script);
                            checkForeignKeys(statement);
                        } else {
                            statement.execute(script);
                        }
                        connection.commit();
                    } catch (SQLException failed) {
                        connection.rollback();
                        throw new SQLException(failed.getMessage() + "\nin\n" + script, failed);
                    }
                    return null;
                });
    }

    private static void checkForeignKeys(Statement statement) throws SQLException {
        try (ResultSet broken = statement.executeQuery("pragma foreign_key_check")) {
            if (broken.next()) {
                throw new SQLException("foreign key of " + broken.getString(1) + " broken");
            }
        }
    }

    /** Runs statements directly, outside of any migration. */
    public Evolution sql(String... statements) {
        for (String sql : statements) {
            onConnection(
                    connection -> {
                        try (Statement statement = connection.createStatement()) {
                            return statement.execute(sql);
                        }
                    });
        }
        return this;
    }

    public List<String> rows(String query) {
        return onConnection(
                connection -> {
                    List<String> rows = new ArrayList<>();
                    try (Statement statement = connection.createStatement();
                            ResultSet result = statement.executeQuery(query)) {
                        while (result.next()) {
                            List<String> values = new ArrayList<>();
                            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                                values.add(result.getString(i));
                            }
                            rows.add(String.join("|", values));
                        }
                    }
                    return rows;
                });
    }

    /** Runs work on a connection that does not check foreign keys on SQLite, like migrations. */
    public <R> R onConnection(MappedModel.OnConnection<R> work) {
        try (Connection connection =
                DriverManager.getConnection(
                        url.replace("foreign_keys=true", "foreign_keys=false"))) {
            return work.run(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }

    /** Drops the database, for tests that create thousands. */
    public void drop() {
        if (sqlite) {
            try {
                Files.deleteIfExists(Path.of(url.substring(12, url.indexOf('?'))));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        } else {
            sql("drop schema " + url.substring(url.lastIndexOf('=') + 1) + " cascade");
        }
    }
}
