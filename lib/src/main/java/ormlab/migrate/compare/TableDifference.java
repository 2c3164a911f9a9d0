package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
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
 * The difference between a table as it is and as it should be, under one name.
 *
 * <p>The order of columns does not count: an added column comes last, wherever the class declares
 * it.
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

    /** Returns the table as it is, under its name to be. */
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
        compareForeignKeys();
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
        for (Column column : after.columns()) {
            Optional<Column> was = column(before, column.name());
            was.ifPresent(old -> compare(old, column));
            if (was.isEmpty()) {
                changes.add(new AddedColumn(name(), column));
            }
        }
        for (Column column : before.columns()) {
            if (column(after, column.name()).isEmpty()) {
                changes.add(new RemovedColumn(name(), column));
            }
        }
    }

    private Optional<Column> column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> key.apply(column.name()).equals(key.apply(name)))
                .findFirst();
    }

    private void compare(Column was, Column column) {
        compare(was, column, Column::type, ChangedType::new);
        compare(was, column, Column::nullable, ChangedNullability::new);
        compare(was, column, Column::defaultValue, ChangedDefault::new);
        compare(was, column, Column::generated, ChangedGenerated::new);
        compare(was, column, Column::identity, ChangedIdentity::new);
        compare(was, column, Column::collation, ChangedCollation::new);
        compare(was, column, Column::comment, ChangedColumnComment::new);
    }

    /** Makes the change of a part or a column from how it is and how it should be. */
    private interface Changing<T> {
        Change of(TableName table, T before, T after);
    }

    private void compare(
            Column was, Column column, Function<Column, ?> aspect, Changing<Column> change) {
        if (!aspect.apply(was).equals(aspect.apply(column))) {
            changes.add(change.of(name(), was, column));
        }
    }

    // Constraints and indexes ------------------------------------------------------------------

    private void compareUniques() {
        NamedPairs<Key> pairs =
                pairs(Table::uniques, Key::name, (a, b) -> a.definition().equals(b.definition()));
        replaced(pairs.changed(), AddedUnique::new, RemovedUnique::new);
        pairs.renamed().forEach((a, b) -> renamed(a.name(), b.name()));
        rest(pairs, AddedUnique::new, RemovedUnique::new);
    }

    private void compareForeignKeys() {
        NamedPairs<ForeignKey> pairs =
                pairs(
                        Table::foreignKeys,
                        ForeignKey::name,
                        (a, b) -> canonical(a).equalsExceptName(canonical(b)));
        replaced(pairs.changed(), AddedForeignKey::new, RemovedForeignKey::new);
        pairs.renamed().forEach((a, b) -> renamed(a.name(), b.name()));
        rest(pairs, AddedForeignKey::new, RemovedForeignKey::new);
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
                pairs(
                        Table::checks,
                        CheckConstraint::name,
                        (a, b) -> a.condition().equals(b.condition()));
        pairs.changed().forEach((a, b) -> changes.add(new ChangedCheck(name(), a, b)));
        pairs.renamed().forEach((a, b) -> renamed(a.name(), b.name()));
        rest(pairs, AddedCheck::new, RemovedCheck::new);
    }

    private void compareIndexes() {
        NamedPairs<Index> pairs =
                pairs(Table::indexes, Index::name, (a, b) -> a.definition().equals(b.definition()));
        pairs.changed().forEach((a, b) -> changes.add(new ChangedIndex(name(), a, b)));
        pairs.renamed()
                .forEach(
                        (a, b) -> {
                            changes.add(new AddedIndex(name(), b));
                            changes.add(new RemovedIndex(name(), a));
                        });
        rest(pairs, AddedIndex::new, RemovedIndex::new);
    }

    private <T> NamedPairs<T> pairs(
            Function<Table, List<T>> parts, Function<T, String> nameOf, BiPredicate<T, T> same) {
        return new NamedPairs<>(
                parts.apply(before),
                parts.apply(after),
                each -> key.apply(nameOf.apply(each)),
                same);
    }

    private void renamed(String from, String to) {
        changes.add(new RenamedConstraint(name(), from, to));
    }

    private <T> void replaced(
            Map<T, T> pairs,
            BiFunction<TableName, T, Change> added,
            BiFunction<TableName, T, Change> removed) {
        pairs.forEach(
                (a, b) -> {
                    changes.add(removed.apply(name(), a));
                    changes.add(added.apply(name(), b));
                });
    }

    private <T> void rest(
            NamedPairs<T> pairs,
            BiFunction<TableName, T, Change> added,
            BiFunction<TableName, T, Change> removed) {
        pairs.added().forEach(each -> changes.add(added.apply(name(), each)));
        pairs.removed().forEach(each -> changes.add(removed.apply(name(), each)));
    }
}
