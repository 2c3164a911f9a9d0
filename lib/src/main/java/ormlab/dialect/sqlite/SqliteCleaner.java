package ormlab.dialect.sqlite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
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
        // Tables of a cycle cannot all come after the rows that refer to them. A key that may be
        // null
        // is set to null then, so the second order only follows the keys that may not.
        List<Table> ordered =
                referringFirst(referringFirst(tables, key -> true), SqliteCleaner::isRequired);
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Table table = ordered.get(i);
            // Rows can still refer to this table only if the tables form a cycle.
            keysTo(table, ordered.subList(i + 1, ordered.size()))
                    .filter(key -> !isRequired(key))
                    .forEach(key -> statements.add(setNull(key, context)));
            statements.add("delete from " + name(table, context));
        }
        for (Table table : tables) {
            table.getInitCommands(context)
                    .forEach(command -> statements.addAll(List.of(command.initCommands())));
        }
        return statements.toArray(String[]::new);
    }

    /** Sorts tables behind those that refer to them, and otherwise keeps their order. */
    private static List<Table> referringFirst(
            Collection<Table> tables, Predicate<ForeignKey> counts) {
        List<Table> ordered = new ArrayList<>();
        Set<Table> seen = new HashSet<>();
        tables.forEach(table -> addAfterReferring(table, tables, counts, seen, ordered));
        return ordered;
    }

    private static void addAfterReferring(
            Table table,
            Collection<Table> tables,
            Predicate<ForeignKey> counts,
            Set<Table> seen,
            List<Table> ordered) {
        if (seen.add(table)) {
            keysTo(table, tables)
                    .filter(counts)
                    .forEach(
                            key ->
                                    addAfterReferring(
                                            key.getTable(), tables, counts, seen, ordered));
            ordered.add(table);
        }
    }

    private static boolean isRequired(ForeignKey key) {
        return key.getColumns().stream().noneMatch(Column::isNullable);
    }

    private static Stream<ForeignKey> keysTo(Table target, Collection<Table> tables) {
        return tables.stream()
                .flatMap(table -> table.getForeignKeyCollection().stream())
                .filter(key -> key.isPhysicalConstraint() && key.getReferencedTable() == target);
    }

    private String setNull(ForeignKey key, SqlStringGenerationContext context) {
        // One null is enough: a key with a null refers to no row.
        return key.getColumns().stream()
                .filter(Column::isNullable)
                .map(column -> column.getQuotedName(dialect) + " = null")
                .collect(
                        Collectors.joining(
                                ", ", "update " + name(key.getTable(), context) + " set ", ""));
    }

    private static String name(Table table, SqlStringGenerationContext context) {
        return context.format(table.getQualifiedTableName());
    }
}
