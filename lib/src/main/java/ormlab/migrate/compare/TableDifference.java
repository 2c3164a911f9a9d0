package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import ormlab.dialect.Engine;
import ormlab.migrate.compare.ColumnChange.AddedColumn;
import ormlab.migrate.compare.ColumnChange.ChangedCollation;
import ormlab.migrate.compare.ColumnChange.ChangedColumnComment;
import ormlab.migrate.compare.ColumnChange.ChangedDefault;
import ormlab.migrate.compare.ColumnChange.ChangedGenerated;
import ormlab.migrate.compare.ColumnChange.ChangedIdentity;
import ormlab.migrate.compare.ColumnChange.ChangedNullability;
import ormlab.migrate.compare.ColumnChange.ChangedType;
import ormlab.migrate.compare.ColumnChange.RemovedColumn;
import ormlab.migrate.compare.ConstraintChange.ChangedPrimaryKey;
import ormlab.migrate.compare.ConstraintChange.RenamedConstraint;
import ormlab.migrate.compare.PartChange.AddedPart;
import ormlab.migrate.compare.PartChange.ChangedPart;
import ormlab.migrate.compare.PartChange.RemovedPart;
import ormlab.migrate.compare.TableChange.ChangedOptions;
import ormlab.migrate.compare.TableChange.ChangedTableComment;
import ormlab.migrate.internal.sql.IndexParser;
import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.Index;
import ormlab.schema.Key;
import ormlab.schema.Table;
import ormlab.schema.TableName;
import ormlab.schema.TablePart;

/**
 * The difference between the current and the wanted definition of a table.
 *
 * <p>The order of columns does not count: an added column comes last, wherever the class declares
 * it.
 */
public final class TableDifference {
    private final Table before;
    private final Table after;
    private final Engine engine;
    private final UnaryOperator<String> key;
    private final List<Change> changes = new ArrayList<>();

    private TableDifference(Table before, Table after, Engine engine) {
        this.before = before;
        this.after = after;
        this.engine = engine;
        this.key = engine::nameKey;
    }

    static TableDifference of(Table before, Table after, Engine engine) {
        TableDifference difference = new TableDifference(before, after, engine);
        // The same statement creates the same table; indexes and comments have their own
        // statements.
        boolean same =
                !before.createSql().isEmpty() && before.createSql().equals(after.createSql());
        if (!same) {
            difference.compareTable();
        }
        difference.compareIndexes();
        return difference;
    }

    /** Returns the current table under its new name. */
    public Table before() {
        return before;
    }

    /** Returns the wanted table. */
    public Table after() {
        return after;
    }

    /** Returns what must change; empty if nothing must. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** Returns the changes of one kind. */
    public <C extends Change> List<C> changes(Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns the added parts of one kind. */
    public <P extends TablePart> List<P> added(Class<P> kind) {
        return parts(changes(AddedPart.class), kind);
    }

    /** Returns the removed parts of one kind. */
    public <P extends TablePart> List<P> removed(Class<P> kind) {
        return parts(changes(RemovedPart.class), kind);
    }

    /** Returns the parts of one kind that get another definition, with that definition. */
    public <P extends TablePart> List<P> changed(Class<P> kind) {
        return parts(changes(ChangedPart.class), kind);
    }

    private static <P extends TablePart> List<P> parts(
            List<? extends PartChange> changes, Class<P> kind) {
        return changes.stream()
                .map(PartChange::part)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
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

    /**
     * Returns the columns in order, because Hibernate orders the key of a link table by rules that
     * change.
     */
    private Set<String> columnsOf(Optional<Key> primaryKey) {
        return primaryKey.map(each -> Set.copyOf(keys(each.columns()))).orElse(Set.of());
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

    /** Creates a change from the current and the wanted part or column. */
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
        compare(this::uniques, (a, b) -> a.definition().equals(b.definition()), this::replaced);
    }

    /**
     * Returns the unique constraints; a unique index on both sides has the same effect as one on
     * its columns.
     */
    private List<Key> uniques(Table table) {
        return table.uniques().stream()
                .filter(unique -> !(hasIndex(before, unique) && hasIndex(after, unique)))
                .toList();
    }

    private boolean hasIndex(Table table, Key unique) {
        List<String> columns = keys(unique.columns());
        return table.indexes().stream()
                .filter(Index::unique)
                .anyMatch(
                        index ->
                                IndexParser.columns(index, engine)
                                        .map(this::keys)
                                        .filter(columns::equals)
                                        .isPresent());
    }

    private void compareForeignKeys() {
        compare(
                Table::foreignKeys,
                (a, b) -> canonical(a).equalsExceptName(canonical(b)),
                this::replaced);
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
        compare(Table::checks, (a, b) -> a.condition().equals(b.condition()), this::changed);
    }

    private void compareIndexes() {
        compare(Table::indexes, (a, b) -> a.definition().equals(b.definition()), this::changed);
    }

    private void changed(TablePart was, TablePart part) {
        changes.add(new ChangedPart(name(), was, part));
    }

    private void replaced(TablePart was, TablePart part) {
        changes.add(new RemovedPart(name(), was));
        changes.add(new AddedPart(name(), part));
    }

    private <P extends TablePart> void compare(
            Function<Table, List<P>> parts,
            BiPredicate<P, P> same,
            BiConsumer<TablePart, TablePart> change) {
        NamedPairs<P> pairs =
                new NamedPairs<>(
                        parts.apply(before),
                        parts.apply(after),
                        each -> key.apply(each.name()),
                        same);
        pairs.changed().forEach(change);
        pairs.renamed().forEach(this::renamed);
        pairs.added().forEach(each -> changes.add(new AddedPart(name(), each)));
        pairs.removed().forEach(each -> changes.add(new RemovedPart(name(), each)));
    }

    private void renamed(TablePart was, TablePart part) {
        if (part instanceof Index) {
            changes.add(new AddedPart(name(), part));
            changes.add(new RemovedPart(name(), was));
        } else {
            changes.add(new RenamedConstraint(name(), was.name(), part.name()));
        }
    }
}
