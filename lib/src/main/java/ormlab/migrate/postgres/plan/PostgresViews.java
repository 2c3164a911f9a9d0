package ormlab.migrate.postgres.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ormlab.migrate.internal.catalog.Trigger;
import ormlab.migrate.internal.catalog.View;
import ormlab.migrate.script.Comments;
import ormlab.migrate.script.DependentViews;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Drops the views and triggers that prevent columns from changing their type, and creates them
 * again.
 */
final class PostgresViews {
    private static final String IN_THE_WAY =
            "Dropped while a column changes its type; created again at the end.";

    private final PlanContext plan;

    PostgresViews(PlanContext plan) {
        this.plan = plan;
    }

    void plan() {
        List<TableName> names = new ArrayList<>(plan.retypedTables());
        List<View> views =
                DependentViews.of(plan.before(), names.stream().map(TableName::name).toList());
        views.forEach(view -> names.add(view.name()));
        List<Trigger> triggers =
                plan.before().triggers().stream()
                        .filter(trigger -> names.contains(trigger.table()))
                        .toList();
        triggers.forEach(this::drop);
        List<View> lastFirst = new ArrayList<>(views);
        Collections.reverse(lastFirst);
        lastFirst.forEach(this::drop);
        views.forEach(view -> plan.add(Phase.VIEW_BACK, Comments.AS_BEFORE, view.sql()));
        triggers.forEach(trigger -> plan.add(Phase.VIEW_BACK, Comments.AS_BEFORE, trigger.sql()));
        bringTriggersOfNewTables();
    }

    private void drop(Trigger trigger) {
        plan.add(
                Phase.VIEW_AWAY,
                IN_THE_WAY,
                "drop trigger %s on %s"
                        .formatted(
                                PostgresSql.quoted(trigger.name()),
                                PostgresSql.quoted(trigger.table())));
    }

    private void drop(View view) {
        String kind = view.materialized() ? "materialized view " : "view ";
        plan.add(Phase.VIEW_AWAY, IN_THE_WAY, "drop " + kind + PostgresSql.quoted(view.name()));
    }

    /** Creates the triggers of a table again that comes back in a downgrade. */
    private void bringTriggersOfNewTables() {
        Set<TableName> added =
                plan.difference().added().stream().map(Table::name).collect(Collectors.toSet());
        plan.after().triggers().stream()
                .filter(trigger -> added.contains(trigger.table()))
                .forEach(trigger -> plan.add(Phase.VIEW_BACK, Comments.AS_BEFORE, trigger.sql()));
    }
}
