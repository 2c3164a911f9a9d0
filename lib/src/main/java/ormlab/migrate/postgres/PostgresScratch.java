package ormlab.migrate.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import ormlab.internal.lexer.SqlTokens;
import ormlab.migrate.compare.SchemaEngine;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.sql.TableParser;
import ormlab.schema.TableName;

/**
 * A model that was created in separate schemas, inside a transaction that never commits.
 *
 * <p>So PostgreSQL itself words each type, default and check of the model, and no other connection
 * ever sees it.
 */
public final class PostgresScratch implements SchemaEngine.CreatedModel {
    /** The SQL state of an error about a missing permission. */
    private static final String NO_PRIVILEGE = "42501";

    private final Connection connection;
    private final boolean autoCommit;
    private final Savepoint start;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, String> scratchOf = new LinkedHashMap<>();
    private final List<String> statements;

    private PostgresScratch(Connection connection, List<String> statements) throws SQLException {
        this.connection = connection;
        this.statements = statements;
        autoCommit = connection.getAutoCommit();
        if (autoCommit) {
            connection.setAutoCommit(false);
        }
        start = connection.setSavepoint();
    }

    /**
     * Creates a model.
     *
     * @param connection the database; closing the model rolls back only what was done here
     * @param statements the model's statements
     * @throws SQLException if the database rejects the model
     */
    public static PostgresScratch of(Connection connection, List<String> statements)
            throws SQLException {
        PostgresScratch scratch = new PostgresScratch(connection, statements);
        try {
            scratch.create();
            return scratch;
        } catch (SQLException | RuntimeException refused) {
            scratch.close();
            throw refused;
        }
    }

    /** Returns the schemas that statements name; empty if they only use the default one. */
    public static Set<String> schemasOf(List<String> statements) {
        Set<String> schemas = new LinkedHashSet<>();
        for (String sql : statements) {
            String kind = SqlTokens.kind(sql);
            if (kind.equals("table") || kind.equals("sequence") || kind.equals("type")) {
                String schema =
                        TableParser.nameAfter(sql, kind, PostgresMigrations.ENGINE).schema();
                if (!schema.isEmpty()) {
                    schemas.add(schema);
                }
            }
        }
        return schemas;
    }

    private void create() throws SQLException {
        String mark =
                "ormlab_scratch_"
                        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        Set<String> schemas = schemasOf(statements);
        String path = searchPath();
        String own = schema(mark);
        labels.put(own.equals("pg_temp") ? temporarySchema() : own, "");
        int number = 0;
        for (String schema : schemas) {
            String scratch = mark + '_' + ++number;
            execute("create schema " + scratch);
            labels.put(scratch, schema);
            scratchOf.put(schema, scratch);
        }
        execute("set local search_path to " + own + (path.isEmpty() ? "" : ", " + path));
        // All statements go to the server in one round trip.
        List<String> all = new ArrayList<>();
        for (String sql : statements) {
            all.add(scratchOf.isEmpty() ? sql : inScratch(sql));
        }
        execute(String.join(";\n", all));
    }

    /** Falls back to temporary tables for a role that may not create schemas. */
    private String schema(String mark) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            execute("create schema " + mark);
            return mark;
        } catch (SQLException refused) {
            if (!NO_PRIVILEGE.equals(refused.getSQLState())) {
                throw refused;
            }
            connection.rollback(before);
            return "pg_temp";
        }
    }

    private String temporarySchema() throws SQLException {
        // The first temporary table creates the schema.
        execute("create temporary table ormlab_scratch () on commit drop");
        execute("drop table pg_temp.ormlab_scratch");
        return text("select nspname from pg_namespace where oid = pg_my_temp_schema()");
    }

    private String searchPath() throws SQLException {
        return text("select current_setting('search_path')");
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /**
     * Runs statements in order.
     *
     * @throws SQLException if PostgreSQL rejects one; the message ends with the statement
     */
    void runAll(List<String> sqls) throws SQLException {
        for (String sql : sqls) {
            try {
                execute(inScratch(sql));
            } catch (SQLException refused) {
                String words = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
                throw new SQLException(
                        words.replaceFirst("^ERROR: ", "") + "\n" + sql,
                        refused.getSQLState(),
                        refused);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Reads the model, in its own wording if it has one. */
    @Override
    public DatabaseSchema read() throws SQLException {
        DatabaseSchema read = PostgresReader.read(connection, labels);
        return new ModelStatements(statements).words(read);
    }

    /** Asks PostgreSQL which expressions are the same in different wording. */
    @Override
    public DatabaseSchema restated(DatabaseSchema found, DatabaseSchema model) throws SQLException {
        return new PostgresRestatement(this).of(found, model);
    }

    /** Returns the name of a table in the scratch schema, as SQL. */
    String scratchName(TableName name) {
        String schema = scratchOf.getOrDefault(name.schema(), name.schema());
        return PostgresMigrations.ENGINE.quoted(new TableName(schema, name.name()));
    }

    /** Returns text with the names of the scratch schemas. */
    String inScratch(String sql) {
        return PostgresText.inSchemas(sql, scratchOf);
    }

    /** Runs a statement and a query, and undoes both; empty if PostgreSQL rejects one of them. */
    String again(String write, String read) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            execute(write);
            return text(read);
        } catch (SQLException rejected) {
            return "";
        } finally {
            connection.rollback(before);
        }
    }

    /** Undoes everything that was done here. */
    @Override
    public void close() throws SQLException {
        connection.rollback(start);
        if (autoCommit) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
