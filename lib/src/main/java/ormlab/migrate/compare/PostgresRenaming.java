package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ormlab.migrate.found.FoundCheck;
import ormlab.migrate.found.FoundColumn;
import ormlab.migrate.found.FoundIndex;
import ormlab.migrate.found.FoundKey;
import ormlab.migrate.found.FoundReference;
import ormlab.migrate.found.FoundSchema;
import ormlab.migrate.found.FoundTable;
import ormlab.migrate.found.SqlText;
import ormlab.migrate.found.SqlTokens;
import ormlab.migrate.found.TableName;

/**
 * Says what PostgreSQL would have after renames, which it keeps by number and not by name: keys,
 * checks and indexes follow by themselves.
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

    static FoundSchema apply(FoundSchema schema, Renames renames) {
        PostgresRenaming renaming = new PostgresRenaming(renames);
        List<FoundTable> renamed = new ArrayList<>();
        schema.tables().forEach(table -> renamed.add(renaming.table(table)));
        return schema.withTables(renamed);
    }

    private TableName now(TableName table) {
        return tables.getOrDefault(table, table);
    }

    private FoundTable table(FoundTable table) {
        TableName name = now(table.name());
        Map<String, String> names = columns.getOrDefault(name, Map.of());
        List<FoundColumn> renamedColumns = new ArrayList<>();
        for (FoundColumn column : table.columns()) {
            renamedColumns.add(column(column, names));
        }
        return new FoundTable(
                name,
                renamedColumns,
                table.primaryKey().map(key -> key(key, names)),
                table.uniques().stream().map(key -> key(key, names)).toList(),
                table.references().stream().map(each -> reference(each, names)).toList(),
                table.checks().stream().map(check -> check(check, names)).toList(),
                table.indexes().stream().map(index -> index(index, names)).toList(),
                table.options(),
                table.comment(),
                table.name().equals(name) && names.isEmpty() ? table.createSql() : "");
    }

    private static FoundColumn column(FoundColumn column, Map<String, String> names) {
        FoundColumn renamed = column.named(names.getOrDefault(column.name(), column.name()));
        Optional<FoundColumn.Generated> generated =
                column.generated()
                        .map(
                                each ->
                                        new FoundColumn.Generated(
                                                text(each.expression(), names), each.stored()));
        return generated.isEmpty() ? renamed : renamed.computed(generated);
    }

    private static List<String> names(List<String> old, Map<String, String> names) {
        return old.stream().map(name -> names.getOrDefault(name, name)).toList();
    }

    private static SqlText text(SqlText text, Map<String, String> names) {
        return names.isEmpty()
                ? text
                : new SqlText(
                        SqlTokens.renamed(text.sql(), names),
                        SqlTokens.renamed(text.canonical(), names));
    }

    private static FoundKey key(FoundKey key, Map<String, String> names) {
        return new FoundKey(key.name(), names(key.columns(), names), text(key.definition(), names));
    }

    private FoundReference reference(FoundReference each, Map<String, String> names) {
        TableName target = now(each.target());
        return new FoundReference(
                each.name(),
                names(each.columns(), names),
                target,
                names(each.targetColumns(), columns.getOrDefault(target, Map.of())),
                each.onDelete(),
                each.onUpdate(),
                each.rest());
    }

    private static FoundCheck check(FoundCheck check, Map<String, String> names) {
        SqlText condition = text(check.condition(), names);
        return new FoundCheck(check.name(), condition, SqlTokens.wordsOf(condition.sql()));
    }

    private static FoundIndex index(FoundIndex index, Map<String, String> names) {
        SqlText definition = text(index.definition(), names);
        return new FoundIndex(
                index.name(),
                index.unique(),
                index.columns().stream().map(column -> SqlTokens.renamed(column, names)).toList(),
                definition,
                SqlTokens.wordsOf(definition.sql()));
    }
}
