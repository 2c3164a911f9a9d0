package ormlab.migrate.postgres.plan;

import java.util.Optional;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.ColumnChange.AddedColumn;
import ormlab.migrate.compare.ColumnChange.ChangedCollation;
import ormlab.migrate.compare.ColumnChange.ChangedDefault;
import ormlab.migrate.compare.ColumnChange.ChangedIdentity;
import ormlab.migrate.compare.ColumnChange.ChangedNullability;
import ormlab.migrate.compare.ColumnChange.ChangedType;
import ormlab.migrate.compare.ColumnChange.RemovedColumn;
import ormlab.migrate.compare.TableDifference;
import ormlab.schema.Column;
import ormlab.schema.TableName;

/** Plans the columns of one table, which change in place. */
final class PostgresColumns {
    private final PlanContext plan;
    private final TableDifference table;
    private final TableName name;
    private final PostgresComputed computed;

    PostgresColumns(PlanContext plan, TableDifference table) {
        this.plan = plan;
        this.table = table;
        this.name = table.after().name();
        this.computed = new PostgresComputed(plan, table);
    }

    void plan() {
        computed.planBefore();
        for (Column column : table.after().columns()) {
            Optional<Column> was = table.before().column(column.name());
            if (!isRetyped(column) && was.filter(plan.recreatedTypes()::contains).isPresent()) {
                retype(was.get(), column, "The type was created again.");
            }
        }
        table.changes().forEach(this::plan);
        computed.planAfter();
    }

    private void plan(Change change) {
        if (PostgresComputed.concerns(change)) {
            return;
        }
        String comment = plan.comment(change);
        if (change instanceof AddedColumn added) {
            add(added.column(), comment);
        } else if (change instanceof RemovedColumn removed) {
            plan.add(Phase.OLD_COLUMN, comment, PostgresSql.dropColumn(name, removed.column()));
        } else if (change instanceof ChangedType changed) {
            retypeUnlessComputed(changed.before(), changed.after(), comment);
        } else if (change instanceof ChangedCollation changed) {
            retypeUnlessComputed(changed.before(), changed.after(), comment);
        } else if (change instanceof ChangedNullability changed) {
            changeNullability(changed.after(), comment);
        } else if (change instanceof ChangedDefault changed) {
            changeDefault(changed, comment);
        } else if (change instanceof ChangedIdentity changed) {
            new PostgresIdentity(plan, name).plan(changed, comment);
        }
    }

    private void step(String comment, String sql) {
        plan.add(Phase.COLUMN, comment, sql);
    }

    private void alter(String comment, Column column, String action) {
        step(comment, PostgresSql.alterColumn(name, column.name(), action));
    }

    private boolean isRetyped(Column column) {
        return table.changes(ChangedType.class).stream()
                .anyMatch(change -> change.name().equals(column.name()));
    }

    private void add(Column column, String comment) {
        Optional<String> fill = plan.fills().value(name, column);
        if (fill.isEmpty()) {
            step(comment, PostgresSql.addColumn(name, column));
            return;
        }
        step(comment, PostgresSql.alter(name, "add column " + PostgresSql.column(column, false)));
        step("", update(column, fill.get()));
        if (!column.nullable()) {
            alter("", column, "set not null");
        }
    }

    private String update(Column column, String value) {
        return "update %s set %s = %s"
                .formatted(PostgresSql.quoted(name), PostgresSql.quoted(column.name()), value);
    }

    private void retypeUnlessComputed(Column was, Column column, String comment) {
        if (!plan.retyped(table).recreated().contains(column.name())) {
            retype(was, column, comment);
        }
    }

    /** The default is dropped first, because it may not be a value of the new type. */
    private void retype(Column was, Column column, String comment) {
        boolean hasDefault = was.defaultValue().isPresent();
        if (hasDefault) {
            alter(comment, column, "drop default");
        }
        String using = plan.fills().converted(name, was, column).orElseGet(() -> cast(was, column));
        String collation =
                column.collation().map(each -> " collate " + PostgresSql.quoted(each)).orElse("");
        alter(
                hasDefault ? "" : comment,
                column,
                "type "
                        + column.typeSql()
                        + collation
                        + (using.isEmpty() ? "" : " using " + using));
        column.defaultValue().ifPresent(value -> alter("", column, "set default " + value.sql()));
    }

    private String cast(Column was, Column column) {
        String id = PostgresSql.quoted(column.name());
        return plan.recreatedTypes().contains(was)
                ? id + "::text::" + column.type()
                : plan.casts().using(id, was.type(), column.type());
    }

    private void changeNullability(Column column, String comment) {
        if (column.nullable()) {
            alter(comment, column, "drop not null");
            return;
        }
        Optional<String> fill = plan.fills().value(name, column);
        fill.ifPresent(
                value ->
                        step(
                                comment,
                                update(column, value)
                                        + " where "
                                        + PostgresSql.quoted(column.name())
                                        + " is null"));
        alter(fill.isPresent() ? "" : comment, column, "set not null");
    }

    private void changeDefault(ChangedDefault change, String comment) {
        Column column = change.after();
        if (!isRetyped(column) && !plan.recreatedTypes().contains(change.before())) {
            alter(
                    comment,
                    column,
                    column.defaultValue()
                            .map(value -> "set default " + value.sql())
                            .orElse("drop default"));
        }
    }
}
