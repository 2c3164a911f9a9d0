package ormlab.migrate.postgres.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ormlab.internal.lexer.SqlTokens;
import ormlab.migrate.compare.ColumnChange.ChangedCollation;
import ormlab.migrate.compare.ColumnChange.ChangedColumn;
import ormlab.migrate.compare.ColumnChange.ChangedGenerated;
import ormlab.migrate.compare.ColumnChange.ChangedType;
import ormlab.migrate.compare.TableDifference;
import ormlab.schema.Column;

/**
 * The columns of a table that change their type, and those computed from them: PostgreSQL cannot
 * change a column that something else depends on.
 */
final class RetypedColumns {
    private final Set<String> all = new LinkedHashSet<>();
    private final Set<String> recreated = new LinkedHashSet<>();

    RetypedColumns(TableDifference table, RecreatedTypes types) {
        for (Column column : table.after().columns()) {
            String name = column.name();
            Optional<Column> was = table.before().column(name);
            if (changes(table, name) || was.filter(types::contains).isPresent()) {
                all.add(name);
            }
        }
        for (Column column : table.after().columns()) {
            Optional<Column> was = table.before().column(column.name());
            boolean computed =
                    was.flatMap(Column::generated).isPresent() && column.generated().isPresent();
            if (computed
                    && (changes(table, column.name())
                            || dependsOnRetyped(was.get())
                            || dependsOnRetyped(column))) {
                recreated.add(column.name());
            }
        }
        all.addAll(recreated);
    }

    private static boolean changes(TableDifference table, String column) {
        return table.changes(ChangedColumn.class).stream()
                .filter(
                        change ->
                                change instanceof ChangedType
                                        || change instanceof ChangedCollation
                                        || change instanceof ChangedGenerated)
                .anyMatch(change -> change.name().equals(column));
    }

    private boolean dependsOnRetyped(Column computed) {
        String expression = computed.generated().orElseThrow().expression().sql();
        return all.stream()
                .anyMatch(
                        other ->
                                !other.equals(computed.name())
                                        && SqlTokens.mentions(expression, other));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean contains(String column) {
        return all.contains(column);
    }

    boolean containsAny(List<String> columns) {
        return columns.stream().anyMatch(all::contains);
    }

    /** Returns whether lowercase words, such as those of a check, name such a column. */
    boolean areIn(Set<String> words) {
        return all.stream().anyMatch(name -> words.contains(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Returns the computed columns that are dropped and added again, together with their indexes
     * and keys.
     */
    Set<String> recreated() {
        return recreated;
    }
}
