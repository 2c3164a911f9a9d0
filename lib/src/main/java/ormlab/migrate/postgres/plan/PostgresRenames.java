package ormlab.migrate.postgres.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import ormlab.migrate.compare.ConstraintChange.RenamedConstraint;
import ormlab.migrate.compare.RenameOrder;
import ormlab.migrate.compare.Renames;
import ormlab.migrate.compare.SequenceChange.RemovedSequence;
import ormlab.migrate.compare.SequenceChange.RenamedSequence;
import ormlab.migrate.compare.TableChange.RenamedTable;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.internal.catalog.OwnedSequence;
import ormlab.migrate.script.RenameSteps;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Plans renames. PostgreSQL names keys and sequences after their table, but does not rename them
 * with the table.
 */
final class PostgresRenames {
    private final PlanContext plan;
    private final Renames renames;
    private final Set<TableName> dropped = new HashSet<>();

    PostgresRenames(PlanContext plan) {
        this.plan = plan;
        this.renames = plan.difference().renames();
    }

    void plan() {
        RenameSteps.of(renames, PostgresScripts.ENGINE)
                .forEach(step -> plan.add(Phase.RENAME, step));
        renameKeys();
        List<Renamed> sequences = new ArrayList<>();
        for (RenamedSequence change : plan.difference().others(RenamedSequence.class)) {
            sequences.add(
                    new Renamed(
                            plan.comment(change), change.from().name(), change.sequence().name()));
        }
        for (OwnedSequence each : plan.before().ownedSequences()) {
            TableName now = renamed(each, renames).sequence();
            if (!now.equals(each.sequence())) {
                sequences.add(
                        new Renamed(
                                "The sequence's name follows its column.", each.sequence(), now));
            }
        }
        for (RemovedSequence removed : plan.difference().others(RemovedSequence.class)) {
            boolean inTheWay =
                    sequences.stream().anyMatch(each -> each.to.equals(removed.subject()));
            if (inTheWay) {
                plan.add(
                        Phase.RENAME,
                        removed,
                        "drop sequence " + PostgresSql.quoted(removed.subject()));
                dropped.add(removed.subject());
            }
        }
        rename(
                Phase.RENAME,
                sequences,
                (sequence, move) ->
                        "alter sequence %s rename to %s"
                                .formatted(
                                        PostgresSql.quoted(
                                                new TableName(sequence.from.schema(), move.from())),
                                        PostgresSql.quoted(move.to())));
    }

    /** Returns whether a sequence was dropped because another one needs its name. */
    boolean isDropped(TableName sequence) {
        return dropped.contains(sequence);
    }

    /** An object of a schema that gets another name. */
    private record Renamed(String comment, TableName from, TableName to) {}

    /** Plans renames of objects whose names must be unique in the schema. */
    private void rename(
            Phase phase, List<Renamed> all, BiFunction<Renamed, RenameOrder.Move, String> sql) {
        List<RenameOrder.Move> moves =
                RenameOrder.of(
                        all.stream().map(each -> each.from.name()).toList(),
                        all.stream().map(each -> each.to.name()).toList());
        for (RenameOrder.Move move : moves) {
            Renamed each = all.get(move.rename());
            plan.add(phase, move.last() ? each.comment : "", sql.apply(each, move));
        }
    }

    private void renameKeys() {
        List<Renamed> keys = new ArrayList<>();
        List<TableName> tables = new ArrayList<>();
        for (RenamedTable table : renames.tables()) {
            String usual = table.from().name() + "_pkey";
            boolean follows =
                    plan.before()
                            .table(table.to())
                            .flatMap(Table::primaryKey)
                            .filter(key -> key.name().equals(usual))
                            .isPresent();
            if (follows) {
                tables.add(table.to());
                keys.add(
                        new Renamed(
                                "The primary key's name follows its table.",
                                TableName.of(usual),
                                TableName.of(table.to().name() + "_pkey")));
            }
        }
        rename(
                Phase.RENAME,
                keys,
                (key, move) ->
                        PostgresSql.renameConstraint(
                                tables.get(keys.indexOf(key)), move.from(), move.to()));
    }

    /** Plans renames of constraints, after those that are removed are gone. */
    void planConstraints(PostgresForeignKeys foreignKeys) {
        List<Renamed> constraints = new ArrayList<>();
        List<TableName> tables = new ArrayList<>();
        for (TableDifference table : plan.difference().tables()) {
            TableName name = table.after().name();
            for (RenamedConstraint change : table.changes(RenamedConstraint.class)) {
                if (!foreignKeys.isDropped(name, change.from())) {
                    tables.add(name);
                    constraints.add(
                            new Renamed(
                                    plan.comment(change),
                                    TableName.of(change.from()),
                                    TableName.of(change.to())));
                }
            }
        }
        rename(
                Phase.KEY_RENAME,
                constraints,
                (each, move) ->
                        PostgresSql.renameConstraint(
                                tables.get(constraints.indexOf(each)), move.from(), move.to()));
    }

    /**
     * Returns a sequence after the renames: one with the default name follows its column; any other
     * keeps its name.
     */
    static OwnedSequence renamed(OwnedSequence each, Renames renames) {
        TableName table = renames.after(each.table());
        String column = renames.after(table, each.column());
        TableName was = OwnedSequence.defaultName(each.table(), each.column());
        boolean follows = each.sequence().equals(was);
        return new OwnedSequence(
                table,
                column,
                follows ? OwnedSequence.defaultName(table, column) : each.sequence());
    }
}
