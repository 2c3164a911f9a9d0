package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import ormlab.migrate.compare.Change.AddedCheck;
import ormlab.migrate.compare.Change.AddedColumn;
import ormlab.migrate.compare.Change.AddedForeignKey;
import ormlab.migrate.compare.Change.AddedIndex;
import ormlab.migrate.compare.Change.AddedUnique;
import ormlab.migrate.compare.Change.ChangedCheck;
import ormlab.migrate.compare.Change.ChangedCollation;
import ormlab.migrate.compare.Change.ChangedColumnComment;
import ormlab.migrate.compare.Change.ChangedDefault;
import ormlab.migrate.compare.Change.ChangedGenerated;
import ormlab.migrate.compare.Change.ChangedIdentity;
import ormlab.migrate.compare.Change.ChangedIndex;
import ormlab.migrate.compare.Change.ChangedNullability;
import ormlab.migrate.compare.Change.ChangedOptions;
import ormlab.migrate.compare.Change.ChangedPrimaryKey;
import ormlab.migrate.compare.Change.ChangedTableComment;
import ormlab.migrate.compare.Change.ChangedType;
import ormlab.migrate.compare.Change.RemovedCheck;
import ormlab.migrate.compare.Change.RemovedColumn;
import ormlab.migrate.compare.Change.RemovedForeignKey;
import ormlab.migrate.compare.Change.RemovedIndex;
import ormlab.migrate.compare.Change.RemovedUnique;
import ormlab.migrate.compare.Change.RenamedConstraint;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.Index;
import ormlab.schema.Key;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Is what differs between a table as it stands and as it should be, under one name.
 *
 * <p>The order of columns is no difference: a column that is added stands last, wherever the class
 * declares it.
 */
public final class TableDifference {
    private final Table before;
    private final Table after;
    private final UnaryOperator<String> key;
    private final List<Change> changes = new ArrayList<>();

    private TableDifference(Table before, Table after, UnaryOperator<String> key) {
        this.before = before;
        this.after = after;
        this.key = key;
    }

    static TableDifference of(Table before, Table after, UnaryOperator<String> key) {
        TableDifference difference = new TableDifference(before, after, key);
        // The same statement makes the same table; indexes and comments are statements of their
        // own.
        boolean same =
                !before.createSql().isEmpty() && before.createSql().equals(after.createSql());
        if (!same) {
            difference.compareTable();
        }
        difference.compareIndexes();
        return difference;
    }

    /** Returns the table as it stands, under its name to be. */
    public Table before() {
        return before;
    }

    /** Returns the table as it should be. */
    public Table after() {
        return after;
    }

    /** Returns what has to change; empty when the two are alike. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    private TableName name() {
        return after.name();
    }

    private void compareTable() {
        compareColumns();
        if (!columnsOf(before.primaryKey()).equals(columnsOf(after.primaryKey()))) {
            changes.add(new ChangedPrimaryKey(name(), before.primaryKey(), after.primaryKey()));
        }
        compareUniques();
        compareReferences();
        compareChecks();
        if (!before.options().equals(after.options())) {
            changes.add(new ChangedOptions(before, after));
        }
        if (!before.comment().equals(after.comment())) {
            changes.add(new ChangedTableComment(name(), before.comment(), after.comment()));
        }
    }

    private List<String> columnsOf(Optional<Key> primaryKey) {
        return primaryKey.map(each -> keys(each.columns())).orElse(List.of());
    }

    private List<String> keys(List<String> names) {
        return names.stream().map(key).toList();
    }

    // Columns ----------------------------------------------------------------------------------

    private void compareColumns() {
        Map<String, Column> old = byName(before.columns(), Column::name);
        Map<String, Column> wanted = byName(after.columns(), Column::name);
        for (Column column : after.columns()) {
            Column was = old.get(key.apply(column.name()));
            if (was == null) {
                changes.add(new AddedColumn(name(), column));
            } else {
                compare(was, column);
            }
        }
        for (Column column : before.columns()) {
            if (!wanted.containsKey(key.apply(column.name()))) {
                changes.add(new RemovedColumn(name(), column));
            }
        }
    }

    private void compare(Column was, Column column) {
        if (!was.type().equals(column.type())) {
            changes.add(new ChangedType(name(), was, column));
        }
        if (was.nullable() != column.nullable()) {
            changes.add(new ChangedNullability(name(), was, column));
        }
        if (!was.defaultValue().equals(column.defaultValue())) {
            changes.add(new ChangedDefault(name(), was, column));
        }
        if (!was.generated().equals(column.generated())) {
            changes.add(new ChangedGenerated(name(), was, column));
        }
        if (was.identity() != column.identity()) {
            changes.add(new ChangedIdentity(name(), was, column));
        }
        if (!was.collation().equals(column.collation())) {
            changes.add(new ChangedCollation(name(), was, column));
        }
        if (!was.comment().equals(column.comment())) {
            changes.add(new ChangedColumnComment(name(), was, column));
        }
    }

    // Constraints ------------------------------------------------------------------------------

    private void compareUniques() {
        Pairs<Key> pairs =
                new Pairs<>(
                        before.uniques(),
                        after.uniques(),
                        Key::name,
                        (a, b) -> a.definition().equals(b.definition()));
        pairs.changed.forEach(
                (a, b) -> {
                    changes.add(new RemovedUnique(name(), a));
                    changes.add(new AddedUnique(name(), b));
                });
        pairs.renamed.forEach((a, b) -> renamed(a.name(), b.name()));
        pairs.added.forEach(each -> changes.add(new AddedUnique(name(), each)));
        pairs.removed.forEach(each -> changes.add(new RemovedUnique(name(), each)));
    }

    private void compareReferences() {
        Pairs<ForeignKey> pairs =
                new Pairs<>(
                        before.foreignKeys(),
                        after.foreignKeys(),
                        ForeignKey::name,
                        (a, b) -> canonical(a).equalsExceptName(canonical(b)));
        pairs.changed.forEach(
                (a, b) -> {
                    changes.add(new RemovedForeignKey(name(), a));
                    changes.add(new AddedForeignKey(name(), b));
                });
        pairs.renamed.forEach((a, b) -> renamed(a.name(), b.name()));
        pairs.added.forEach(each -> changes.add(new AddedForeignKey(name(), each)));
        pairs.removed.forEach(each -> changes.add(new RemovedForeignKey(name(), each)));
    }

    private ForeignKey canonical(ForeignKey each) {
        TableName target = each.target();
        return new ForeignKey(
                each.name(),
                keys(each.columns()),
                new TableName(key.apply(target.schema()), key.apply(target.name())),
                keys(each.targetColumns()),
                each.onDelete(),
                each.onUpdate(),
                each.rest());
    }

    private void compareChecks() {
        Pairs<CheckConstraint> pairs =
                new Pairs<>(
                        before.checks(),
                        after.checks(),
                        CheckConstraint::name,
                        (a, b) -> a.condition().equals(b.condition()));
        pairs.changed.forEach((a, b) -> changes.add(new ChangedCheck(name(), a, b)));
        pairs.renamed.forEach((a, b) -> renamed(a.name(), b.name()));
        pairs.added.forEach(each -> changes.add(new AddedCheck(name(), each)));
        pairs.removed.forEach(each -> changes.add(new RemovedCheck(name(), each)));
    }

    private void renamed(String from, String to) {
        changes.add(new RenamedConstraint(name(), from, to));
    }

    private void compareIndexes() {
        Pairs<Index> pairs =
                new Pairs<>(
                        before.indexes(),
                        after.indexes(),
                        Index::name,
                        (a, b) -> a.definition().equals(b.definition()));
        pairs.changed.forEach((a, b) -> changes.add(new ChangedIndex(name(), a, b)));
        pairs.renamed.forEach(
                (a, b) -> {
                    changes.add(new AddedIndex(name(), b));
                    changes.add(new RemovedIndex(name(), a));
                });
        pairs.added.forEach(each -> changes.add(new AddedIndex(name(), each)));
        pairs.removed.forEach(each -> changes.add(new RemovedIndex(name(), each)));
    }

    private <T> Map<String, T> byName(List<T> all, Function<T, String> nameOf) {
        Map<String, T> byName = new LinkedHashMap<>();
        all.forEach(each -> byName.put(key.apply(nameOf.apply(each)), each));
        return byName;
    }

    /** Finds which of two lists belong together: by name, then by what they do. */
    private final class Pairs<T> {
        private final Map<T, T> changed = new LinkedHashMap<>();
        private final Map<T, T> renamed = new LinkedHashMap<>();
        private final List<T> added = new ArrayList<>();
        private final List<T> removed;

        Pairs(List<T> old, List<T> wanted, Function<T, String> nameOf, BiPredicate<T, T> same) {
            removed = new ArrayList<>(old);
            for (T each : wanted) {
                Optional<T> partner = named(nameOf.apply(each), nameOf);
                partner.ifPresent(removed::remove);
                if (partner.isEmpty()) {
                    added.add(each);
                } else if (!same.test(partner.get(), each)) {
                    changed.put(partner.get(), each);
                }
            }
            for (T each : List.copyOf(added)) {
                Optional<T> twin = removed.stream().filter(t -> same.test(t, each)).findFirst();
                if (twin.isPresent()) {
                    removed.remove(twin.get());
                    added.remove(each);
                    // Who gave no name does not ask for one.
                    boolean unnamed =
                            nameOf.apply(twin.get()).isEmpty() || nameOf.apply(each).isEmpty();
                    if (!unnamed) {
                        renamed.put(twin.get(), each);
                    }
                }
            }
        }

        private Optional<T> named(String name, Function<T, String> nameOf) {
            return name.isEmpty()
                    ? Optional.empty()
                    : removed.stream()
                            .filter(
                                    each ->
                                            Objects.equals(
                                                    key.apply(nameOf.apply(each)), key.apply(name)))
                            .findFirst();
        }
    }
}
