package ormlab.migrate.sqlite.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.PartChange.AddedPart;
import ormlab.migrate.compare.PartChange.ChangedPart;
import ormlab.migrate.compare.PartChange.RemovedPart;
import ormlab.migrate.compare.TableChange.AddedTable;
import ormlab.migrate.compare.TableChange.RemovedTable;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.Trigger;
import ormlab.migrate.internal.catalog.View;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.migrate.script.Comments;
import ormlab.migrate.script.DependentViews;
import ormlab.migrate.script.ReferenceOrder;
import ormlab.migrate.script.RenameSteps;
import ormlab.migrate.script.Step;
import ormlab.migrate.script.Transition;
import ormlab.schema.Index;
import ormlab.schema.Table;
import ormlab.schema.TableName;
import ormlab.schema.TablePart;

/**
 * Plans one direction of a migration.
 *
 * <p>Triggers and views that mention a table are dropped before it is rebuilt and created again
 * afterwards, because SQLite renames no table while a view mentions a missing one.
 */
final class SqlitePlan {
    private static final String IN_THE_WAY =
            "Dropped while a table is rebuilt; created again at the end.";

    private final Transition transition;
    private final DatabaseSchema before;
    private final Set<String> rebuilt = new LinkedHashSet<>();
    private final List<Step> oldIndexes = new ArrayList<>();
    private final List<Step> tables = new ArrayList<>();
    private final List<Step> newIndexes = new ArrayList<>();
    private final List<Step> moved = new ArrayList<>();
    private final List<Step> broughtBack = new ArrayList<>();

    private SqlitePlan(Transition transition) {
        this.transition = transition;
        this.before = transition.before();
    }

    static List<Step> steps(Transition transition) {
        return new SqlitePlan(transition).steps();
    }

    private List<Step> steps() {
        transition.difference().added().forEach(this::create);
        List<TableDifference> changed =
                transition.difference().tables().stream()
                        .filter(table -> !table.changes().isEmpty())
                        .toList();
        ReferenceOrder.referredFirst(changed, transition.after()).forEach(this::change);
        ReferenceOrder.referrersFirst(transition.difference().removed(), before)
                .forEach(this::drop);
        moveViewsAndTriggers();
        List<Step> steps =
                new ArrayList<>(
                        RenameSteps.of(transition.difference().renames(), SqliteScripts.ENGINE));
        List.of(oldIndexes, moved, tables, newIndexes, broughtBack).forEach(steps::addAll);
        return steps;
    }

    private void create(Table table) {
        tables.add(step(new AddedTable(table), table.createSql()));
        transition.after().firstRows(table.name()).forEach(sql -> tables.add(new Step("", sql)));
        table.indexes().forEach(index -> create(table.name(), index));
    }

    private void create(TableName table, Index index) {
        newIndexes.add(step(new AddedPart(table, index), createSql(table, index)));
    }

    private static String createSql(TableName table, Index index) {
        return Identifiers.createIndex(index, table, SqliteScripts.ENGINE);
    }

    private void drop(Table table) {
        tables.add(step(new RemovedTable(table), "drop table " + SqliteSql.quoted(table.name())));
    }

    private Step step(Change change, String sql) {
        return new Step(transition.comment(change), sql);
    }

    private void change(TableDifference table) {
        TableName name = table.after().name();
        table.changes(RemovedPart.class).forEach(each -> dropIndex(each, each.part()));
        table.changes(ChangedPart.class).forEach(each -> dropIndex(each, each.before()));
        Optional<List<Step>> alter = SqliteAlter.steps(table, transition);
        if (alter.isPresent()) {
            tables.addAll(alter.get());
            table.added(Index.class).forEach(index -> create(name, index));
            table.changed(Index.class).forEach(index -> create(name, index));
        } else {
            rebuilt.add(before.key(name.name()));
            tables.addAll(new SqliteRebuild(table, transition).steps());
            Set<Index> added = new HashSet<>(table.added(Index.class));
            added.addAll(table.changed(Index.class));
            for (Index index : table.after().indexes()) {
                if (added.contains(index)) {
                    create(name, index);
                } else {
                    newIndexes.add(new Step(Comments.AS_BEFORE, createSql(name, index)));
                }
            }
        }
    }

    private void dropIndex(Change change, TablePart part) {
        if (part instanceof Index) {
            oldIndexes.add(step(change, "drop index " + SqliteSql.quoted(part.name())));
        }
    }

    private void moveViewsAndTriggers() {
        List<View> views = DependentViews.of(before, rebuilt);
        Set<String> names = new LinkedHashSet<>(rebuilt);
        views.forEach(view -> names.add(before.key(view.name().name())));
        Set<TableName> gone = new LinkedHashSet<>();
        transition.difference().removed().forEach(table -> gone.add(table.name()));
        views.forEach(view -> broughtBack.add(new Step(Comments.AS_BEFORE, view.sql())));
        for (Trigger trigger : before.triggers()) {
            if (DependentViews.mentionsAny(trigger.sql(), names)) {
                moved.add(new Step(IN_THE_WAY, "drop trigger " + SqliteSql.quoted(trigger.name())));
                if (!gone.contains(trigger.table())) {
                    broughtBack.add(new Step(Comments.AS_BEFORE, trigger.sql()));
                }
            }
        }
        List<View> lastFirst = new ArrayList<>(views);
        Collections.reverse(lastFirst);
        for (View view : lastFirst) {
            moved.add(new Step(IN_THE_WAY, "drop view " + SqliteSql.quoted(view.name())));
        }
    }
}
