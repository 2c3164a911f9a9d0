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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import ormlab.migrate.compare.SchemaEngine;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.migrate.internal.sql.SqlTokens;
import ormlab.migrate.internal.sql.TableParser;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.Index;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Is a model that was created in schemas of its own, inside of a transaction that never commits.
 *
 * <p>So PostgreSQL itself says how it spells each type, default and check of the model, and nobody
 * else ever sees it.
 */
public final class PostgresScratch implements SchemaEngine.CreatedModel {
    /** What PostgreSQL says when somebody may not create a schema. */
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
     * Creates a model apart.
     *
     * @param connection the database; everything done here is rolled back at the end, and nothing
     *     else; not null
     * @param statements the model's statements; not null
     * @return the scratch place, to be closed
     * @throws SQLException if the database refuses the model
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

    /**
     * Finds the schemas that statements name.
     *
     * @param statements the statements of a model; not null
     * @return the schemas; empty when all stands in the one that is searched first
     */
    public static Set<String> schemasOf(List<String> statements) {
        Set<String> schemas = new LinkedHashSet<>();
        for (String sql : statements) {
            String kind = SqlTokens.kind(sql);
            if (kind.equals("table") || kind.equals("sequence") || kind.equals("type")) {
                String schema =
                        TableParser.nameAfter(
                                        SqlTokens.of(sql, PostgresMigrations.ENGINE),
                                        kind,
                                        PostgresMigrations.ENGINE)
                                .schema();
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
        // One trip to the server for all.
        List<String> all = new ArrayList<>();
        for (String sql : statements) {
            all.add(scratchOf.isEmpty() ? sql : PostgresText.inSchemas(sql, scratchOf));
        }
        execute(String.join(";\n", all));
    }

    /** Who may not make schemas may still make temporary tables. */
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
        // The first temporary table brings the schema along.
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
                execute(PostgresText.inSchemas(sql, scratchOf));
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

    /**
     * Reads the model, with its own words where it has any.
     *
     * @return what would stand in the database
     * @throws SQLException if it cannot be read
     */
    @Override
    public DatabaseSchema read() throws SQLException {
        DatabaseSchema read = PostgresReader.read(connection, labels);
        return new ModelStatements(statements).words(read);
    }

    // Same or not ------------------------------------------------------------------------------

    /**
     * Finds out by PostgreSQL itself which expressions are the same in other words.
     *
     * <p>What it says of an expression depends on how often it was written down already: {@code
     * status in ('A')} reads differently after a dump. So both are written down once more, and then
     * compared.
     *
     * @param found what stands in the database; not null
     * @param model what was read here; not null
     * @return what stands in the database, in the model's words where it means the same
     * @throws SQLException if the connection is lost
     */
    @Override
    public DatabaseSchema restated(DatabaseSchema found, DatabaseSchema model) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (Table table : found.tables()) {
            Optional<Table> wanted = model.table(table.name());
            tables.add(wanted.isEmpty() ? table : restated(table, wanted.get()));
        }
        return found.withTables(tables);
    }

    private Table restated(Table table, Table wanted) throws SQLException {
        List<CheckConstraint> checks = new ArrayList<>();
        for (CheckConstraint check : table.checks()) {
            checks.add(restated(check, wanted));
        }
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            indexes.add(restated(index, wanted));
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(restated(column, wanted));
        }
        return table.with(columns, checks, indexes);
    }

    private CheckConstraint restated(CheckConstraint check, Table wanted) throws SQLException {
        for (CheckConstraint other : wanted.checks()) {
            if (other.name().equals(check.name()) && !other.condition().equals(check.condition())) {
                String asModel = checkAgain(wanted, other.condition().canonical());
                String asFound = checkAgain(wanted, check.condition().canonical());
                if (!asModel.isEmpty() && asModel.equals(asFound)) {
                    return new CheckConstraint(check.name(), other.condition(), check.words());
                }
            }
        }
        return check;
    }

    private String checkAgain(Table table, String definition) throws SQLException {
        return again(
                "alter table "
                        + scratchName(table.name())
                        + " add constraint ormlab_again "
                        + PostgresText.inSchemas(definition, scratchOf),
                "select pg_get_constraintdef(oid) from pg_constraint"
                        + " where conname = 'ormlab_again'");
    }

    private Index restated(Index index, Table wanted) throws SQLException {
        for (Index other : wanted.indexes()) {
            if (other.name().equals(index.name())
                    && !other.definition().equals(index.definition())
                    && other.unique() == index.unique()) {
                String asModel = indexAgain(wanted, other);
                String asFound = indexAgain(wanted, index);
                if (!asModel.isEmpty() && asModel.equals(asFound)) {
                    return other;
                }
            }
        }
        return index;
    }

    private String indexAgain(Table table, Index index) throws SQLException {
        String definition = index.definition().canonical().replaceFirst("^unique ", "");
        return again(
                "create index ormlab_again on "
                        + scratchName(table.name())
                        + ' '
                        + PostgresText.inSchemas(definition, scratchOf),
                "select pg_get_indexdef(oid) from pg_class where relname = 'ormlab_again'");
    }

    private Column restated(Column column, Table wanted) throws SQLException {
        Optional<Column> other =
                wanted.columns().stream().filter(c -> c.name().equals(column.name())).findFirst();
        if (other.isEmpty()) {
            return column;
        }
        Column to = other.get();
        if (column.defaultValue().isPresent()
                && to.defaultValue().isPresent()
                && !column.defaultValue().equals(to.defaultValue())) {
            String asModel = defaultAgain(wanted, to, to.defaultValue().get().canonical());
            String asFound = defaultAgain(wanted, to, column.defaultValue().get().canonical());
            if (!asModel.isEmpty() && asModel.equals(asFound)) {
                return column.withDefault(to.defaultValue());
            }
        }
        return column;
    }

    private String defaultAgain(Table table, Column column, String expression) throws SQLException {
        return again(
                "alter table "
                        + scratchName(table.name())
                        + " alter column "
                        + PostgresMigrations.ENGINE.quoted(column.name())
                        + " set default "
                        + PostgresText.inSchemas(expression, scratchOf),
                "select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_attribute a"
                        + " on a.attrelid = d.adrelid and a.attnum = d.adnum where d.adrelid = "
                        + Identifiers.string(scratchName(table.name()))
                        + "::regclass and a.attname = "
                        + Identifiers.string(column.name()));
    }

    private String scratchName(TableName name) {
        String schema = scratchOf.getOrDefault(name.schema(), name.schema());
        return PostgresMigrations.ENGINE.quoted(new TableName(schema, name.name()));
    }

    /** Writes something down, reads it, and takes it back; empty when it is refused. */
    private String again(String write, String read) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            execute(write);
            return text(read);
        } catch (SQLException refused) {
            return "";
        } finally {
            connection.rollback(before);
        }
    }

    /** Takes everything back. */
    @Override
    public void close() throws SQLException {
        connection.rollback(start);
        if (autoCommit) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
