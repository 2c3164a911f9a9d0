package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import ormlab.migrate.compare.ColumnChange.AddedColumn;
import ormlab.migrate.compare.ColumnChange.ChangedCollation;
import ormlab.migrate.compare.ColumnChange.ChangedColumnComment;
import ormlab.migrate.compare.ColumnChange.ChangedDefault;
import ormlab.migrate.compare.ColumnChange.ChangedGenerated;
import ormlab.migrate.compare.ColumnChange.ChangedIdentity;
import ormlab.migrate.compare.ColumnChange.ChangedNullability;
import ormlab.migrate.compare.ColumnChange.ChangedType;
import ormlab.migrate.compare.ColumnChange.RemovedColumn;
import ormlab.migrate.compare.ConstraintChange.AddedCheck;
import ormlab.migrate.compare.ConstraintChange.AddedForeignKey;
import ormlab.migrate.compare.ConstraintChange.AddedUnique;
import ormlab.migrate.compare.ConstraintChange.ChangedCheck;
import ormlab.migrate.compare.ConstraintChange.ChangedPrimaryKey;
import ormlab.migrate.compare.ConstraintChange.RemovedCheck;
import ormlab.migrate.compare.ConstraintChange.RemovedForeignKey;
import ormlab.migrate.compare.ConstraintChange.RemovedUnique;
import ormlab.migrate.compare.ConstraintChange.RenamedConstraint;
import ormlab.migrate.compare.IndexChange.AddedIndex;
import ormlab.migrate.compare.IndexChange.ChangedIndex;
import ormlab.migrate.compare.IndexChange.RemovedIndex;
import ormlab.migrate.compare.TableChange.ChangedOptions;
import ormlab.migrate.compare.TableChange.ChangedTableComment;
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

    /** Returns the changes of one kind. */
    public <C extends Change> List<C> changes(Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
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
        NamedPairs<Key> pairs =
                new NamedPairs<>(
                        before.uniques(),
                        after.uniques(),
                        each -> key.apply(each.name()),
                        (a, b) -> a.definition().equals(b.definition()));
        pairs.changed()
                .forEach(
                        (a, b) -> {
                            changes.add(new RemovedUnique(name(), a));
                            changes.add(new AddedUnique(name(), b));
                        });
        pairs.renamed().forEach((a, b) -> renamed(a.name(), b.name()));
        pairs.added().forEach(each -> changes.add(new AddedUnique(name(), each)));
        pairs.removed().forEach(each -> changes.add(new RemovedUnique(name(), each)));
    }

    private void compareReferences() {
        NamedPairs<ForeignKey> pairs =
                new NamedPairs<>(
                        before.foreignKeys(),
                        after.foreignKeys(),
                        each -> key.apply(each.name()),
                        (a, b) -> canonical(a).equalsExceptName(canonical(b)));
        pairs.changed()
                .forEach(
                        (a, b) -> {
                            changes.add(new RemovedForeignKey(name(), a));
                            changes.add(new AddedForeignKey(name(), b));
                        });
        pairs.renamed().forEach((a, b) -> renamed(a.name(), b.name()));
        pairs.added().forEach(each -> changes.add(new AddedForeignKey(name(), each)));
        pairs.removed().forEach(each -> changes.add(new RemovedForeignKey(name(), each)));
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
        NamedPairs<CheckConstraint> pairs =
                new NamedPairs<>(
                        before.checks(),
                        after.checks(),
                        each -> key.apply(each.name()),
                        (a, b) -> a.condition().equals(b.condition()));
        pairs.changed().forEach((a, b) -> changes.add(new ChangedCheck(name(), a, b)));
        pairs.renamed().forEach((a, b) -> renamed(a.name(), b.name()));
        pairs.added().forEach(each -> changes.add(new AddedCheck(name(), each)));
        pairs.removed().forEach(each -> changes.add(new RemovedCheck(name(), each)));
    }

    private void renamed(String from, String to) {
        changes.add(new RenamedConstraint(name(), from, to));
    }

    private void compareIndexes() {
        NamedPairs<Index> pairs =
                new NamedPairs<>(
                        before.indexes(),
                        after.indexes(),
                        each -> key.apply(each.name()),
                        (a, b) -> a.definition().equals(b.definition()));
        pairs.changed().forEach((a, b) -> changes.add(new ChangedIndex(name(), a, b)));
        pairs.renamed()
                .forEach(
                        (a, b) -> {
                            changes.add(new AddedIndex(name(), b));
                            changes.add(new RemovedIndex(name(), a));
                        });
        pairs.added().forEach(each -> changes.add(new AddedIndex(name(), each)));
        pairs.removed().forEach(each -> changes.add(new RemovedIndex(name(), each)));
    }

    private <T> Map<String, T> byName(List<T> all, Function<T, String> nameOf) {
        Map<String, T> byName = new LinkedHashMap<>();
        all.forEach(each -> byName.put(key.apply(nameOf.apply(each)), each));
        return byName;
    }
}
