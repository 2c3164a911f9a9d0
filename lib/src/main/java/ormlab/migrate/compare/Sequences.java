package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import ormlab.migrate.compare.SequenceChange.AddedSequence;
import ormlab.migrate.compare.SequenceChange.ChangedSequence;
import ormlab.migrate.compare.SequenceChange.RemovedSequence;
import ormlab.migrate.compare.SequenceChange.RenamedSequence;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.Sequence;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/** Compares sequences, and finds those that are named after a table. */
public final class Sequences {
    private final DatabaseSchema before;
    private final DatabaseSchema after;
    private final List<Change> changes = new ArrayList<>();

    private Sequences(DatabaseSchema before, DatabaseSchema after) {
        this.before = before;
        this.after = after;
    }

    static List<Change> changes(
            DatabaseSchema before,
            DatabaseSchema after,
            Renames renames,
            Predicate<TableName> removable) {
        Sequences sequences = new Sequences(before, after);
        sequences.compare(sequences.renamed(renames), removable);
        return sequences.changes;
    }

    /**
     * Returns the possible names of a table's sequences: {@code users_seq} is Hibernate's name,
     * {@code users_id_seq} this library's.
     *
     * @param table the table
     * @param keyColumns the columns of its key; may be empty
     */
    public static List<TableName> namesFor(TableName table, List<String> keyColumns) {
        List<TableName> names = new ArrayList<>();
        names.add(new TableName(table.schema(), table.name() + "_seq"));
        for (String column : keyColumns) {
            names.add(new TableName(table.schema(), table.name() + '_' + column + "_seq"));
        }
        return names;
    }

    /** Returns the names for a table's key, under its current name. */
    static List<TableName> namesFor(Table table) {
        return namesFor(table.name(), keyColumns(table));
    }

    /**
     * Returns the same names in the same order, as they were before the table or a column was
     * renamed.
     */
    static List<TableName> formerNamesFor(Table table, Renames renames) {
        List<String> were =
                keyColumns(table).stream().map(each -> renames.before(table.name(), each)).toList();
        return namesFor(renames.before(table.name()), were);
    }

    private static List<String> keyColumns(Table table) {
        return table.primaryKey().map(key -> key.columns()).orElse(List.of());
    }

    /**
     * Returns the sequences that are named after a renamed table or column: the old name by the
     * new.
     */
    private Map<TableName, Sequence> renamed(Renames renames) {
        Map<TableName, Sequence> old = new HashMap<>();
        for (Table table : after.tables()) {
            List<TableName> to = namesFor(table);
            List<TableName> from = formerNamesFor(table, renames);
            for (int i = 0; i < to.size(); i++) {
                Optional<Sequence> was = find(before, from.get(i));
                boolean follows =
                        was.isPresent()
                                && find(after, from.get(i)).isEmpty()
                                && find(after, to.get(i)).isPresent()
                                && find(before, to.get(i)).isEmpty();
                if (follows) {
                    old.put(to.get(i), was.get());
                }
            }
        }
        return old;
    }

    private static Optional<Sequence> find(DatabaseSchema schema, TableName name) {
        return schema.sequences().stream().filter(each -> each.name().equals(name)).findAny();
    }

    private void compare(Map<TableName, Sequence> renamed, Predicate<TableName> removable) {
        for (Sequence each : after.sequences()) {
            Optional<Sequence> was = find(before, each.name());
            if (was.isEmpty() && renamed.containsKey(each.name())) {
                was = Optional.of(renamed.get(each.name()));
                changes.add(new RenamedSequence(was.get(), each));
            }
            if (was.isEmpty()) {
                changes.add(new AddedSequence(each));
            } else if (was.get().increment() != each.increment()) {
                changes.add(new ChangedSequence(was.get(), each));
            }
        }
        for (Sequence each : before.sequences()) {
            boolean stays = find(after, each.name()).isPresent() || renamed.containsValue(each);
            if (!stays && removable.test(each.name())) {
                changes.add(new RemovedSequence(each));
            }
        }
    }
}
