package ormlab.migrate.postgres.plan;

import java.util.List;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.script.ReferenceOrder;
import ormlab.migrate.script.Step;
import ormlab.migrate.script.Transition;

/** Plans one direction of a migration; the {@link Phase} of each step says when it runs. */
final class PostgresPlan {
    private PostgresPlan() {}

    static List<Step> steps(Transition transition, Casts casts) {
        PlanContext plan = new PlanContext(transition, casts);
        PostgresRenames renames = new PostgresRenames(plan);
        renames.plan();
        new PostgresViews(plan).plan();
        new PostgresTypes(plan).plan();
        new PostgresSequences(plan, renames).plan();
        PostgresForeignKeys foreignKeys = new PostgresForeignKeys(plan);
        foreignKeys.plan();
        PostgresComments comments = new PostgresComments(plan);
        new PostgresTables(plan, foreignKeys, comments).plan();
        // The SQL of a fill may read a table that is referred to, so that table comes first.
        ReferenceOrder.referredFirst(transition.difference().tables(), transition.after())
                .forEach(table -> new PostgresColumns(plan, table).plan());
        for (TableDifference table : transition.difference().tables()) {
            new PostgresConstraints(plan, table, foreignKeys).plan();
            comments.plan(table);
        }
        renames.planConstraints(foreignKeys);
        return plan.steps();
    }
}
