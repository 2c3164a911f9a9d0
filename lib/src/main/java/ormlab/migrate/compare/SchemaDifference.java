package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ormlab.migrate.compare.PartChange.AddedPart;
import ormlab.migrate.compare.TableChange.AddedTable;
import ormlab.migrate.compare.TableChange.RemovedTable;
import ormlab.migrate.compare.TypeChange.AddedType;
import ormlab.migrate.compare.TypeChange.ChangedTypeValues;
import ormlab.migrate.compare.TypeChange.RemovedType;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.UserDefinedType;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * The difference between two schemas after their renames.
 *
 * @param renames the renames, which are already applied
 * @param added the added tables
 * @param removed the removed tables
 * @param tables the tables on both sides, including those without a change
 * @param others the changes of sequences and types
 */
public record SchemaDifference(
        Renames renames,
        List<Table> added,
        List<Table> removed,
        List<TableDifference> tables,
        List<Change> others) {
    /** Copies the lists. */
    public SchemaDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        tables = List.copyOf(tables);
        others = List.copyOf(others);
    }

    /**
     * Compares two schemas.
     *
     * @param before the current schema with the names after the renames
     * @param after the wanted schema
     * @param removable which tables, sequences and types may be removed if the wanted schema does
     *     not have them
     */
    public static SchemaDifference between(
            DatabaseSchema before,
            DatabaseSchema after,
            Renames renames,
            Predicate<TableName> removable) {
        List<Table> added = new ArrayList<>();
        List<TableDifference> tables = new ArrayList<>();
        for (Table table : after.tables()) {
            Optional<Table> was = before.table(table.name());
            if (was.isPresent()) {
                tables.add(TableDifference.of(was.get(), table, after.engine()));
            } else {
                added.add(table);
            }
        }
        List<Table> removed =
                before.tables().stream()
                        .filter(table -> after.table(table.name()).isEmpty())
                        .filter(table -> removable.test(table.name()))
                        .toList();
        List<Change> others = new ArrayList<>(Sequences.changes(before, after, renames, removable));
        compareTypes(before, after, removable, others);
        return new SchemaDifference(renames, added, removed, tables, others);
    }

    private static void compareTypes(
            DatabaseSchema before,
            DatabaseSchema after,
            Predicate<TableName> removable,
            List<Change> changes) {
        for (UserDefinedType each : after.types()) {
            Optional<UserDefinedType> was =
                    before.types().stream().filter(e -> e.name().equals(each.name())).findAny();
            if (was.isEmpty()) {
                changes.add(new AddedType(each));
            } else if (!was.get().values().equals(each.values())) {
                changes.add(new ChangedTypeValues(was.get(), each));
            }
        }
        for (UserDefinedType each : before.types()) {
            if (after.types().stream().noneMatch(e -> e.name().equals(each.name()))
                    && removable.test(each.name())) {
                changes.add(new RemovedType(each));
            }
        }
    }

    /** Returns the changes of sequences and types of one kind. */
    public <C extends Change> List<C> others(Class<C> kind) {
        return others.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns every change: renames, tables, their indexes, then changes inside tables. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        changes.addAll(renames.tables());
        changes.addAll(renames.columns());
        changes.addAll(others);
        added.forEach(table -> changes.add(new AddedTable(table)));
        for (Table table : added) {
            table.indexes().forEach(index -> changes.add(new AddedPart(table.name(), index)));
        }
        removed.forEach(table -> changes.add(new RemovedTable(table)));
        tables.forEach(table -> changes.addAll(table.changes()));
        return List.copyOf(changes);
    }
}
