package ormlab.migrate.postgres.plan;

import java.util.Locale;
import java.util.Set;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.ConstraintChange.AddedCheck;
import ormlab.migrate.compare.ConstraintChange.AddedForeignKey;
import ormlab.migrate.compare.ConstraintChange.AddedUnique;
import ormlab.migrate.compare.ConstraintChange.ChangedCheck;
import ormlab.migrate.compare.ConstraintChange.ChangedPrimaryKey;
import ormlab.migrate.compare.ConstraintChange.RemovedCheck;
import ormlab.migrate.compare.ConstraintChange.RemovedUnique;
import ormlab.migrate.compare.ConstraintChange.RenamedConstraint;
import ormlab.migrate.compare.IndexChange.AddedIndex;
import ormlab.migrate.compare.IndexChange.ChangedIndex;
import ormlab.migrate.compare.IndexChange.RemovedIndex;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.migrate.script.Comments;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Index;
import ormlab.schema.Key;
import ormlab.schema.TableName;

/** Plans the keys, checks and indexes of one table: they go before its columns change. */
final class PostgresConstraints {
    private final PlanContext plan;
    private final TableDifference table;
    private final TableName name;
    private final PostgresForeignKeys foreignKeys;

    PostgresConstraints(PlanContext plan, TableDifference table, PostgresForeignKeys foreignKeys) {
        this.plan = plan;
        this.table = table;
        this.name = table.after().name();
        this.foreignKeys = foreignKeys;
    }

    void plan() {
        bringBackWithColumns();
        for (Change change : table.changes()) {
            drop(change);
            add(change);
        }
        moveChecks();
    }

    private void drop(Change change) {
        if (change instanceof RemovedCheck removed) {
            dropConstraint(removed.check().name(), change);
        } else if (change instanceof ChangedCheck changed) {
            dropConstraint(changed.before().name(), change);
        } else if (change instanceof RemovedUnique removed) {
            dropConstraint(removed.key().name(), change);
        } else if (change instanceof ChangedPrimaryKey changed) {
            changed.before().ifPresent(key -> dropConstraint(primaryKeyName(key), change));
        } else if (change instanceof RemovedIndex removed) {
            dropIndex(removed.index(), change);
        } else if (change instanceof ChangedIndex changed) {
            dropIndex(changed.before(), change);
        } else if (change instanceof RenamedConstraint renamed
                && !foreignKeys.isDropped(name, renamed.from())) {
            plan.add(
                    Phase.OLD_KEY,
                    change,
                    PostgresSql.renameConstraint(name, renamed.from(), renamed.to()));
        }
    }

    private void add(Change change) {
        String comment = plan.comment(change);
        if (change instanceof ChangedPrimaryKey changed) {
            changed.after().ifPresent(key -> addConstraint(PostgresSql.constraint(key), comment));
        } else if (change instanceof AddedUnique added) {
            addConstraint(PostgresSql.constraint(added.key()), comment);
        } else if (change instanceof AddedCheck added) {
            addConstraint(PostgresSql.constraint(added.check()), comment);
        } else if (change instanceof ChangedCheck changed) {
            addConstraint(PostgresSql.constraint(changed.after()), "");
        } else if (change instanceof AddedIndex added) {
            addIndex(added.index(), comment);
        } else if (change instanceof ChangedIndex changed) {
            addIndex(changed.after(), "");
        } else if (change instanceof AddedForeignKey added) {
            foreignKeys.add(name, added.foreignKey());
        }
    }

    private void dropConstraint(String constraint, Change change) {
        plan.add(Phase.OLD_KEY, change, PostgresSql.dropConstraint(name, constraint));
    }

    private void addConstraint(String definition, String comment) {
        plan.add(Phase.KEY, comment, PostgresSql.alter(name, "add " + definition));
    }

    private void dropIndex(Index index, Change change) {
        TableName whole = new TableName(name.schema(), index.name());
        plan.add(Phase.OLD_KEY, change, "drop index " + PostgresSql.quoted(whole));
    }

    private void addIndex(Index index, String comment) {
        plan.add(Phase.KEY, comment, Identifiers.createIndex(index, name, PostgresScripts.ENGINE));
    }

    /** A key with the usual name was renamed with its table. */
    private String primaryKeyName(Key key) {
        String usual = plan.difference().renames().before(name).name() + "_pkey";
        return key.name().equals(usual) ? name.name() + "_pkey" : key.name();
    }

    /** A check goes for a moment while a column that it names changes its type. */
    private void moveChecks() {
        for (CheckConstraint check : table.before().checks()) {
            boolean goes =
                    table.changes(RemovedCheck.class).stream()
                                    .anyMatch(change -> change.check().equals(check))
                            || table.changes(ChangedCheck.class).stream()
                                    .anyMatch(change -> change.before().equals(check));
            if (!goes && plan.retyped(table).areIn(check.words())) {
                String later = PostgresForeignKeys.laterName(table, check.name());
                plan.add(
                        Phase.OLD_KEY,
                        "In the way of a changed type.",
                        PostgresSql.dropConstraint(name, later));
                table.after().checks().stream()
                        .filter(other -> other.name().equals(later))
                        .forEach(
                                other ->
                                        addConstraint(
                                                PostgresSql.constraint(other), Comments.AS_BEFORE));
            }
        }
    }

    /** Indexes and keys go with a computed column, which comes back without them. */
    private void bringBackWithColumns() {
        Set<String> recreated = plan.retyped(table).recreated();
        for (Index index : table.after().indexes()) {
            boolean went =
                    recreated.stream()
                            .anyMatch(
                                    each -> index.words().contains(each.toLowerCase(Locale.ROOT)));
            if (went && table.before().indexes().contains(index)) {
                addIndex(index, Comments.AS_BEFORE);
            }
        }
        for (Key key : table.after().uniques()) {
            boolean comes =
                    table.changes(AddedUnique.class).stream()
                            .anyMatch(change -> change.key().equals(key));
            if (!comes && key.columns().stream().anyMatch(recreated::contains)) {
                addConstraint(PostgresSql.constraint(key), Comments.AS_BEFORE);
            }
        }
    }
}
