package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.Change.AddedIndex;
import ormlab.migrate.compare.Change.ChangedIndex;
import ormlab.migrate.compare.Change.RemovedIndex;
import ormlab.migrate.compare.Change.RemovedTable;
import ormlab.migrate.compare.Renaming;
import ormlab.migrate.compare.SchemaDifference;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.migrate.engine.Trigger;
import ormlab.migrate.engine.View;
import ormlab.migrate.sql.Identifiers;
import ormlab.migrate.sql.SqlTokens;
import ormlab.schema.Index;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Puts the steps of a migration of SQLite in order.
 *
 * <p>Triggers and views that speak of a table go before it is made anew and come back after: SQLite
 * refuses to rename a table while a view speaks of one that is not there.
 */
final class SqlitePlan {
    private final SchemaDifference difference;
    private final DatabaseSchema before;
    private final DatabaseSchema after;
    private final Fills fills;
    private final Set<String> rebuilt = new LinkedHashSet<>();
    private final List<Step> indexes = new ArrayList<>();
    private final List<Step> body = new ArrayList<>();

    private SqlitePlan(
            SchemaDifference difference, DatabaseSchema before, DatabaseSchema after, Fills fills) {
        this.difference = difference;
        this.before = before;
        this.after = after;
        this.fills = fills;
    }

    /**
     * Plans.
     *
     * @param before what stands once the renames are made
     * @param after what should stand
     */
    static List<Step> steps(
            SchemaDifference difference, DatabaseSchema before, DatabaseSchema after, Fills fills) {
        return new SqlitePlan(difference, before, after, fills).steps();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        rename(steps);
        for (Table table : difference.added()) {
            create(table);
        }
        changed().forEach(table -> change(table, steps));
        for (Table table : ReferenceOrder.referrersFirst(difference.removed(), before)) {
            body.add(
                    new Step(
                            Comments.of(new RemovedTable(table)),
                            "drop table " + Identifiers.quoted(table.name(), true)));
        }
        List<View> views = viewsInTheWay();
        List<Trigger> triggers = triggersInTheWay(views);
        dropInTheWay(views, triggers, steps);
        steps.addAll(body);
        steps.addAll(indexes);
        bringBack(views, triggers, steps);
        return steps;
    }

    private List<TableDifference> changed() {
        return ReferenceOrder.referredFirst(
                difference.tables().stream().filter(t -> !t.changes().isEmpty()).toList(), after);
    }

    private void rename(List<Step> steps) {
        List<Change> renames = new ArrayList<>(difference.renames().tables());
        renames.addAll(difference.renames().columns());
        List<String> statements = Renaming.statements(difference.renames(), true);
        for (int i = 0; i < statements.size(); i++) {
            steps.add(new Step(Comments.of(renames.get(i)), statements.get(i)));
        }
    }

    private void create(Table table) {
        body.add(new Step(Comments.of(new Change.AddedTable(table)), table.createSql()));
        after.firstRows(table.name()).forEach(sql -> body.add(new Step("", sql)));
        table.indexes().forEach(index -> createIndex(table.name(), index));
    }

    private void createIndex(TableName table, Index index) {
        indexes.add(
                new Step(
                        Comments.of(new AddedIndex(table, index)),
                        Identifiers.createIndex(index, table, true)));
    }

    private void change(TableDifference table, List<Step> steps) {
        Optional<List<Step>> alter = SqliteAlter.steps(table, before, fills);
        for (Change change : table.changes()) {
            if (change instanceof RemovedIndex removed) {
                steps.add(dropIndex(change, removed.index()));
            } else if (change instanceof ChangedIndex changed) {
                steps.add(dropIndex(change, changed.before()));
            }
            if (alter.isPresent() && change instanceof AddedIndex added) {
                createIndex(table.after().name(), added.index());
            } else if (alter.isPresent() && change instanceof ChangedIndex changed) {
                createIndex(table.after().name(), changed.after());
            }
        }
        if (alter.isPresent()) {
            body.addAll(alter.get());
        } else {
            rebuilt.add(before.key(table.after().name().name()));
            body.addAll(new SqliteRebuild(table, before, fills).steps());
            table.after().indexes().forEach(index -> createIndex(table.after().name(), index));
        }
    }

    private static Step dropIndex(Change change, Index index) {
        return new Step(
                Comments.of(change), "drop index " + Identifiers.quoted(index.name(), true));
    }

    // Views and triggers -----------------------------------------------------------------------

    private List<View> viewsInTheWay() {
        Set<String> names = new LinkedHashSet<>(rebuilt);
        List<View> views = new ArrayList<>();
        boolean found = !rebuilt.isEmpty();
        while (found) {
            found = false;
            for (View view : before.views()) {
                if (!views.contains(view) && mentionsAny(view.sql(), names)) {
                    views.add(view);
                    names.add(before.key(view.name().name()));
                    found = true;
                }
            }
        }
        return before.views().stream().filter(views::contains).toList();
    }

    private static boolean mentionsAny(String sql, Set<String> names) {
        return names.stream().anyMatch(name -> SqlTokens.mentions(sql, name));
    }

    private List<Trigger> triggersInTheWay(List<View> views) {
        Set<String> names = new LinkedHashSet<>(rebuilt);
        views.forEach(view -> names.add(before.key(view.name().name())));
        return before.triggers().stream()
                .filter(trigger -> mentionsAny(trigger.sql(), names))
                .toList();
    }

    private void dropInTheWay(List<View> views, List<Trigger> triggers, List<Step> steps) {
        String comment = "In the way of a table that is made anew; comes back at the end.";
        for (Trigger trigger : triggers) {
            steps.add(
                    new Step(comment, "drop trigger " + Identifiers.quoted(trigger.name(), true)));
        }
        List<View> lastFirst = new ArrayList<>(views);
        Collections.reverse(lastFirst);
        for (View view : lastFirst) {
            steps.add(new Step(comment, "drop view " + Identifiers.quoted(view.name(), true)));
        }
    }

    private void bringBack(List<View> views, List<Trigger> triggers, List<Step> steps) {
        views.forEach(view -> steps.add(new Step("As it was before.", view.sql())));
        for (Trigger trigger : triggers) {
            boolean tableIsGone =
                    difference.removed().stream()
                            .anyMatch(table -> table.name().equals(trigger.table()));
            if (!tableIsGone) {
                steps.add(new Step("As it was before.", trigger.sql()));
            }
        }
    }
}
