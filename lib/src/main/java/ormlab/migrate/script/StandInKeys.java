package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.migrate.sql.Identifiers;
import ormlab.schema.Column;
import ormlab.schema.Index;
import ormlab.schema.Key;
import ormlab.schema.Table;

/** Knows which keys hold only if a column that comes back tells the rows apart. */
final class StandInKeys {
    private static final String ORDER = "(?i)( asc| desc)?( nulls (first|last))?$";

    private final DatabaseSchema before;
    private final boolean sqlite;

    StandInKeys(DatabaseSchema before) {
        this.before = before;
        this.sqlite = before.sqlite();
    }

    /**
     * The keys with a column that nothing else keeps: neither columns that were unique all along,
     * nor a null, nor a number that the database gives.
     */
    List<List<String>> restingOn(Table table, Column column) {
        List<List<String>> kept = kept(table);
        List<List<String>> keys = keys(table, index -> true);
        keys.stream().filter(key -> !key.contains(column.name())).forEach(kept::add);
        return keys.stream()
                .filter(key -> key.contains(column.name()))
                .filter(key -> kept.stream().noneMatch(key::containsAll))
                .filter(key -> key.stream().noneMatch(name -> sees(table, name)))
                .toList();
    }

    /** The columns that all of the keys have and that keep their values. */
    List<String> shared(Table table, List<List<String>> keys) {
        List<String> shared = new ArrayList<>(keys.isEmpty() ? List.of() : keys.get(0));
        keys.forEach(shared::retainAll);
        shared.removeIf(name -> comes(table, name));
        return shared;
    }

    /** Whether a column comes back with a null or a number in each row. */
    private boolean sees(Table table, String name) {
        return table.column(name)
                .filter(column -> comes(table, name))
                .filter(
                        column ->
                                column.identity() != Column.Identity.NONE
                                        || column.nullable()
                                                && column.defaultValue().isEmpty()
                                                && column.generated().isEmpty())
                .isPresent();
    }

    /** Whether a column is one that the way back brings. */
    boolean comes(Table table, String column) {
        return before.table(table.name()).filter(was -> was.column(column).isEmpty()).isPresent();
    }

    private List<List<String>> keys(Table table, Predicate<Index> counts) {
        List<List<String>> keys = new ArrayList<>();
        table.primaryKey().map(Key::columns).ifPresent(keys::add);
        table.uniques().forEach(key -> keys.add(key.columns()));
        table.indexes().stream()
                .filter(index -> index.unique() && counts.test(index))
                .forEach(index -> keys.add(columns(table, index)));
        return keys;
    }

    /** What is unique before the way back and keeps its values on it. */
    private List<List<String>> kept(Table table) {
        Optional<Table> standing = before.table(table.name());
        if (standing.isEmpty()) {
            return new ArrayList<>();
        }
        Table was = standing.get();
        List<List<String>> kept = keys(was, index -> isPlain(was, index));
        kept.removeIf(key -> !key.stream().allMatch(name -> stays(was, table, name)));
        return kept;
    }

    /** Whole numbers and texts stay different in another size; others may be rounded. */
    private static boolean stays(Table was, Table table, String name) {
        Optional<Column> old = was.column(name);
        Optional<Column> now = table.column(name);
        if (old.isEmpty() || now.isEmpty()) {
            return false;
        }
        String from = old.get().type();
        String to = now.get().type();
        return from.equals(to)
                || from.contains("int") && to.contains("int")
                || from.contains("char") && to.contains("char");
    }

    /** Whether an index is over all rows and columns alone. */
    private boolean isPlain(Table table, Index index) {
        return !index.definition().sql().toLowerCase(Locale.ROOT).contains(" where ")
                && index.columns().stream().allMatch(each -> column(table, each).isPresent());
    }

    /** The columns of an index; of an expression, those that it speaks of. */
    private List<String> columns(Table table, Index index) {
        List<String> columns = new ArrayList<>();
        boolean plain = true;
        for (String each : index.columns()) {
            Optional<Column> column = column(table, each);
            column.ifPresent(found -> columns.add(found.name()));
            plain &= column.isPresent();
        }
        if (!plain) {
            table.columns().stream()
                    .map(Column::name)
                    .filter(name -> index.words().contains(name.toLowerCase(Locale.ROOT)))
                    .filter(name -> !columns.contains(name))
                    .forEach(columns::add);
        }
        return columns;
    }

    private Optional<Column> column(Table table, String written) {
        String bare = written.strip().replaceFirst(ORDER, "");
        return table.columns().stream()
                .filter(
                        each ->
                                each.name().equalsIgnoreCase(bare)
                                        || Identifiers.quoted(each.name(), sqlite).equals(bare))
                .findFirst();
    }
}
