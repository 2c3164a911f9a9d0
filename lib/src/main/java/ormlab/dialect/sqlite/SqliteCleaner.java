package ormlab.dialect.sqlite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableCleaner;

/**
 * Empties tables for {@code SchemaManager.truncate()}; SQLite has no {@code truncate}.
 *
 * <p>Foreign keys stay enforced, so rows of other tables keep the rows they refer to. As on
 * PostgreSQL, generated ids are not used again.
 */
final class SqliteCleaner extends StandardTableCleaner {
    SqliteCleaner(Dialect dialect) {
        super(dialect);
    }

    @Override
    public String[] getSqlTruncateStrings(
            Collection<Table> tables, Metadata metadata, SqlStringGenerationContext context) {
        List<Table> ordered = new ArrayList<>();
        Set<Table> seen = new HashSet<>();
        tables.forEach(table -> addAfterReferring(table, tables, seen, ordered));
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Table table = ordered.get(i);
            // Rows can still refer to this table only if the tables form a cycle.
            keysTo(table, ordered.subList(i + 1, ordered.size()))
                    .forEach(key -> statements.add(setNull(key, context)));
            statements.add("delete from " + name(table, context));
        }
        for (Table table : tables) {
            table.getInitCommands(context)
                    .forEach(command -> statements.addAll(List.of(command.initCommands())));
        }
        return statements.toArray(String[]::new);
    }

    private static void addAfterReferring(
            Table table, Collection<Table> tables, Set<Table> seen, List<Table> ordered) {
        if (seen.add(table)) {
            keysTo(table, tables)
                    .forEach(key -> addAfterReferring(key.getTable(), tables, seen, ordered));
            ordered.add(table);
        }
    }

    private static Stream<ForeignKey> keysTo(Table target, Collection<Table> tables) {
        return tables.stream()
                .flatMap(table -> table.getForeignKeyCollection().stream())
                .filter(key -> key.isPhysicalConstraint() && key.getReferencedTable() == target);
    }

    private String setNull(ForeignKey key, SqlStringGenerationContext context) {
        return key.getColumns().stream()
                .map(column -> column.getQuotedName(dialect) + " = null")
                .collect(
                        Collectors.joining(
                                ", ", "update " + name(key.getTable(), context) + " set ", ""));
    }

    private static String name(Table table, SqlStringGenerationContext context) {
        return context.format(table.getQualifiedTableName());
    }
}
