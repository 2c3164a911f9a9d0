package ormlab.migrate.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ormlab.internal.lexer.SqlTokens;
import ormlab.migrate.compare.Renames;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.Index;
import ormlab.schema.Key;
import ormlab.schema.SqlFragment;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Renames what PostgreSQL would rename. It refers to columns by number instead of by name, so keys,
 * checks and indexes follow automatically.
 */
final class PostgresRenaming {
    private final Map<TableName, TableName> tables = new HashMap<>();
    private final Map<TableName, Map<String, String>> columns = new HashMap<>();

    private PostgresRenaming(Renames renames) {
        renames.tables().forEach(each -> tables.put(each.from(), each.to()));
        renames.columns()
                .forEach(
                        each ->
                                columns.computeIfAbsent(each.subject(), none -> new HashMap<>())
                                        .put(each.from(), each.to()));
    }

    static DatabaseSchema apply(DatabaseSchema schema, Renames renames) {
        PostgresRenaming renaming = new PostgresRenaming(renames);
        List<Table> renamed = new ArrayList<>();
        schema.tables().forEach(table -> renamed.add(renaming.table(table)));
        return schema.withTables(renamed);
    }

    private TableName now(TableName table) {
        return tables.getOrDefault(table, table);
    }

    private Table table(Table table) {
        TableName name = now(table.name());
        Map<String, String> names = columns.getOrDefault(name, Map.of());
        List<Column> renamedColumns = new ArrayList<>();
        for (Column column : table.columns()) {
            renamedColumns.add(column(column, names));
        }
        return new Table(
                name,
                renamedColumns,
                table.primaryKey().map(key -> key(key, names)),
                table.uniques().stream().map(key -> key(key, names)).toList(),
                table.foreignKeys().stream().map(each -> reference(each, names)).toList(),
                table.checks().stream().map(check -> check(check, names)).toList(),
                table.indexes().stream().map(index -> index(index, names)).toList(),
                table.options(),
                table.comment(),
                table.name().equals(name) && names.isEmpty() ? table.createSql() : "");
    }

    private static Column column(Column column, Map<String, String> names) {
        Column renamed = column.named(names.getOrDefault(column.name(), column.name()));
        Optional<Column.Generated> generated =
                column.generated()
                        .map(
                                each ->
                                        new Column.Generated(
                                                text(each.expression(), names), each.stored()));
        return generated.isEmpty() ? renamed : renamed.computed(generated);
    }

    private static List<String> names(List<String> old, Map<String, String> names) {
        return old.stream().map(name -> names.getOrDefault(name, name)).toList();
    }

    private static SqlFragment text(SqlFragment text, Map<String, String> names) {
        return names.isEmpty()
                ? text
                : new SqlFragment(
                        PostgresText.renamed(text.sql(), names),
                        PostgresText.renamed(text.canonical(), names));
    }

    private static Key key(Key key, Map<String, String> names) {
        return new Key(key.name(), names(key.columns(), names), text(key.definition(), names));
    }

    private ForeignKey reference(ForeignKey each, Map<String, String> names) {
        TableName target = now(each.target());
        return new ForeignKey(
                each.name(),
                names(each.columns(), names),
                target,
                names(each.targetColumns(), columns.getOrDefault(target, Map.of())),
                each.onDelete(),
                each.onUpdate(),
                each.rest());
    }

    private static CheckConstraint check(CheckConstraint check, Map<String, String> names) {
        SqlFragment condition = text(check.condition(), names);
        return new CheckConstraint(check.name(), condition, SqlTokens.wordsOf(condition.sql()));
    }

    private static Index index(Index index, Map<String, String> names) {
        SqlFragment definition = text(index.definition(), names);
        return new Index(
                index.name(),
                index.unique(),
                index.columns().stream()
                        .map(column -> PostgresText.renamed(column, names))
                        .toList(),
                definition,
                SqlTokens.wordsOf(definition.sql()));
    }
}
