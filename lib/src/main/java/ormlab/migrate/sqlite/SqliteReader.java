package ormlab.migrate.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ormlab.dialect.Engine;
import ormlab.internal.lexer.SqlTokens;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.Trigger;
import ormlab.migrate.internal.catalog.View;
import ormlab.migrate.internal.sql.IndexParser;
import ormlab.migrate.internal.sql.TableParser;
import ormlab.schema.ForeignKey;
import ormlab.schema.Index;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Reads a SQLite database.
 *
 * <p>SQLite stores each statement as it was written. So one query reads a whole database, and a
 * model's statements are read as if they were stored in one. This way, types and defaults have the
 * same wording on both sides.
 */
public final class SqliteReader {
    private static final Engine ENGINE = SqliteMigrations.ENGINE;

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, List<Index>> indexes = new LinkedHashMap<>();
    private final List<View> views = new ArrayList<>();
    private final List<Trigger> triggers = new ArrayList<>();
    private final List<String> inserts = new ArrayList<>();
    private final List<String> virtualTables = new ArrayList<>();

    private SqliteReader() {}

    /** Reads a database, except for SQLite's own tables. */
    public static DatabaseSchema read(Connection connection) throws SQLException {
        SqliteReader reader = new SqliteReader();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select sql, tbl_name from sqlite_master where sql is not null"
                                        + " and name not like 'sqlite\\_%' escape '\\'"
                                        + " order by rowid")) {
            while (rows.next()) {
                reader.add(rows.getString(1), rows.getString(2));
            }
        }
        return reader.schema();
    }

    /** Reads what a database would contain after running some statements. */
    public static DatabaseSchema read(List<String> statements) {
        SqliteReader reader = new SqliteReader();
        statements.forEach(sql -> reader.add(sql, ""));
        return reader.schema();
    }

    private static TableName nameAfter(String sql, String word) {
        return TableParser.nameAfter(sql, word, ENGINE);
    }

    private void add(String sql, String tableName) {
        switch (SqlTokens.kind(sql)) {
            case "table" -> {
                Table table = TableParser.parse(sql, ENGINE);
                tables.put(key(table.name().name()), table);
            }
            case "index" -> {
                String owner = tableName.isEmpty() ? nameAfter(sql, "on").name() : tableName;
                indexes.computeIfAbsent(key(owner), none -> new ArrayList<>())
                        .add(IndexParser.parse(sql, ENGINE));
            }
            case "view" -> views.add(new View(nameAfter(sql, "view"), false, sql));
            case "trigger" ->
                    triggers.add(
                            new Trigger(
                                    nameAfter(sql, "trigger").name(),
                                    TableName.of(tableName),
                                    sql));
            case "insert" -> inserts.add(sql);
            case "virtual" -> virtualTables.add(sql);
            default -> {
                // Models do not create such objects, so they are not compared.
            }
        }
    }

    private DatabaseSchema schema() {
        List<Table> complete = new ArrayList<>();
        for (Table table : tables.values()) {
            List<Index> own = indexes.get(key(table.name().name()));
            complete.add(withTargets(own == null ? table : table.with(own)));
        }
        Map<TableName, List<String>> firstRows = new LinkedHashMap<>();
        for (String sql : inserts) {
            TableName into = nameAfter(sql, "into");
            firstRows.computeIfAbsent(into, none -> new ArrayList<>()).add(sql);
        }
        return new DatabaseSchema(ENGINE, complete, views, triggers, List.of(), List.of())
                .withFirstRows(firstRows)
                .withVirtualTables(virtualTables);
    }

    /** Adds omitted target columns: {@code references users} means the primary key of users. */
    private Table withTargets(Table table) {
        if (table.foreignKeys().stream().noneMatch(each -> each.targetColumns().isEmpty())) {
            return table;
        }
        List<ForeignKey> references = new ArrayList<>();
        for (ForeignKey each : table.foreignKeys()) {
            Table target = tables.get(key(each.target().name()));
            boolean complete = !each.targetColumns().isEmpty();
            references.add(
                    complete || target == null || target.primaryKey().isEmpty()
                            ? each
                            : each.to(target.primaryKey().get().columns()));
        }
        return table.withForeignKeys(references);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
