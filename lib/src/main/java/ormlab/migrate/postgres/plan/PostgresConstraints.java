package ormlab.migrate.postgres.plan;

import java.util.Locale;
import java.util.Set;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.ConstraintChange.ChangedPrimaryKey;
import ormlab.migrate.compare.PartChange.AddedPart;
import ormlab.migrate.compare.PartChange.ChangedPart;
import ormlab.migrate.compare.PartChange.RemovedPart;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.migrate.script.Comments;
import ormlab.schema.CheckConstraint;
import ormlab.schema.ForeignKey;
import ormlab.schema.Index;
import ormlab.schema.Key;
import ormlab.schema.TableName;
import ormlab.schema.TablePart;

/** Plans the keys, checks and indexes of one table, which are dropped before its columns change. */
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
        if (change instanceof RemovedPart removed) {
            drop(removed.part(), change);
        } else if (change instanceof ChangedPart changed) {
            drop(changed.before(), change);
        } else if (change instanceof ChangedPrimaryKey changed) {
            changed.before().ifPresent(key -> dropConstraint(primaryKeyName(key), change));
        }
    }

    /** Drops a part; foreign keys were dropped before. */
    private void drop(TablePart part, Change change) {
        if (part instanceof Index) {
            TableName whole = new TableName(name.schema(), part.name());
            plan.add(Phase.OLD_KEY, change, "drop index " + PostgresSql.quoted(whole));
        } else if (!(part instanceof ForeignKey)) {
            dropConstraint(part.name(), change);
        }
    }

    private void add(Change change) {
        if (change instanceof AddedPart added) {
            add(added.part(), plan.comment(change));
        } else if (change instanceof ChangedPart changed) {
            add(changed.part(), "");
        } else if (change instanceof ChangedPrimaryKey changed) {
            changed.after().ifPresent(key -> add(key, plan.comment(change)));
        }
    }

    private void add(TablePart part, String comment) {
        if (part instanceof ForeignKey key) {
            foreignKeys.add(name, key);
        } else if (part instanceof Index index) {
            String sql = Identifiers.createIndex(index, name, PostgresScripts.ENGINE);
            plan.add(Phase.KEY, comment, sql);
        } else {
            String definition = PostgresSql.constraint(part);
            plan.add(Phase.KEY, comment, PostgresSql.alter(name, "add " + definition));
        }
    }

    private void dropConstraint(String constraint, Change change) {
        plan.add(Phase.OLD_KEY, change, PostgresSql.dropConstraint(name, constraint));
    }

    /** Returns the current name: a key with the default name was renamed with its table. */
    private String primaryKeyName(Key key) {
        String usual = plan.difference().renames().before(name).name() + "_pkey";
        return key.name().equals(usual) ? name.name() + "_pkey" : key.name();
    }

    /** Drops a check temporarily while one of its columns changes its type. */
    private void moveChecks() {
        for (CheckConstraint check : table.before().checks()) {
            boolean goes =
                    table.removed(CheckConstraint.class).contains(check)
                            || table.changes(ChangedPart.class).stream()
                                    .anyMatch(change -> change.before().equals(check));
            if (!goes && plan.retyped(table).areIn(check.words())) {
                String later = PostgresForeignKeys.laterName(table, check.name());
                plan.add(
                        Phase.CHECK_AWAY,
                        "Dropped while a type changes.",
                        PostgresSql.dropConstraint(name, later));
                table.after().checks().stream()
                        .filter(other -> other.name().equals(later))
                        .forEach(other -> add(other, Comments.AS_BEFORE));
            }
        }
    }

    /** Creates indexes and keys again that were dropped together with a computed column. */
    private void bringBackWithColumns() {
        Set<String> recreated = plan.retyped(table).recreated();
        for (Index index : table.after().indexes()) {
            boolean went =
                    recreated.stream()
                            .anyMatch(
                                    each -> index.words().contains(each.toLowerCase(Locale.ROOT)));
            if (went && table.before().indexes().contains(index)) {
                add(index, Comments.AS_BEFORE);
            }
        }
        for (Key key : table.after().uniques()) {
            boolean comes = table.added(Key.class).contains(key);
            if (!comes && key.columns().stream().anyMatch(recreated::contains)) {
                add(key, Comments.AS_BEFORE);
            }
        }
    }
}
