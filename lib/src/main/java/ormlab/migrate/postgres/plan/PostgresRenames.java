package ormlab.migrate.postgres.plan;

import ormlab.migrate.compare.Renames;
import ormlab.migrate.compare.SequenceChange.RenamedSequence;
import ormlab.migrate.compare.TableChange.RenamedTable;
import ormlab.migrate.internal.catalog.OwnedSequence;
import ormlab.migrate.script.RenameSteps;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Plans renames. PostgreSQL names keys and sequences after their table, but does not rename them
 * with it.
 */
final class PostgresRenames {
    private final PlanContext plan;
    private final Renames renames;

    PostgresRenames(PlanContext plan) {
        this.plan = plan;
        this.renames = plan.difference().renames();
    }

    void plan() {
        RenameSteps.of(renames, PostgresScripts.ENGINE)
                .forEach(step -> plan.add(Phase.RENAME, step));
        renames.tables().forEach(this::renameKey);
        for (RenamedSequence change : plan.difference().others(RenamedSequence.class)) {
            renameSequence(plan.comment(change), change.from().name(), change.sequence().name());
        }
        plan.before().ownedSequences().forEach(this::renameOwned);
    }

    private void renameKey(RenamedTable table) {
        String usual = table.from().name() + "_pkey";
        plan.before()
                .table(table.to())
                .flatMap(Table::primaryKey)
                .filter(key -> key.name().equals(usual))
                .ifPresent(
                        key ->
                                plan.add(
                                        Phase.RENAME,
                                        "The primary key's name follows its table.",
                                        PostgresSql.renameConstraint(
                                                table.to(), usual, table.to().name() + "_pkey")));
    }

    private void renameOwned(OwnedSequence each) {
        TableName table = renames.after(each.table());
        String column = renames.after(table, each.column());
        TableName usual = OwnedSequence.usualName(table, column);
        TableName was = OwnedSequence.usualName(each.table(), each.column());
        if (each.sequence().equals(was) && !usual.equals(was)) {
            renameSequence("The sequence's name follows its column.", was, usual);
        }
    }

    private void renameSequence(String comment, TableName from, TableName to) {
        plan.add(
                Phase.RENAME,
                comment,
                "alter sequence %s rename to %s"
                        .formatted(PostgresSql.quoted(from), PostgresSql.quoted(to.name())));
    }
}
