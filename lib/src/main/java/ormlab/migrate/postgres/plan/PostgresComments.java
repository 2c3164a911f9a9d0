package ormlab.migrate.postgres.plan;

import java.util.Optional;
import ormlab.migrate.compare.ColumnChange.AddedColumn;
import ormlab.migrate.compare.ColumnChange.ChangedColumnComment;
import ormlab.migrate.compare.TableChange.ChangedTableComment;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.schema.Column;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/** Plans the comments on tables and columns. */
final class PostgresComments {
    private final PlanContext plan;

    PostgresComments(PlanContext plan) {
        this.plan = plan;
    }

    void planNew(Table table) {
        if (table.comment().isPresent()) {
            onTable(table.name(), table.comment());
        }
        table.columns().stream()
                .filter(column -> column.comment().isPresent())
                .forEach(column -> onColumn(table.name(), column));
    }

    void plan(TableDifference table) {
        TableName name = table.after().name();
        table.changes(ChangedTableComment.class).forEach(each -> onTable(name, each.after()));
        for (Column column : table.after().columns()) {
            boolean changes =
                    table.changes(ChangedColumnComment.class).stream()
                            .anyMatch(change -> change.after().equals(column));
            boolean comes =
                    plan.retyped(table).recreated().contains(column.name())
                            || table.changes(AddedColumn.class).stream()
                                    .anyMatch(change -> change.column().equals(column));
            if (changes || comes && column.comment().isPresent()) {
                onColumn(name, column);
            }
        }
    }

    private void onTable(TableName table, Optional<String> text) {
        add("table", table.toString(), PostgresSql.quoted(table), text);
    }

    private void onColumn(TableName table, Column column) {
        add(
                "column",
                table + "." + column.name(),
                PostgresSql.quoted(table) + "." + PostgresSql.quoted(column.name()),
                column.comment());
    }

    private void add(String kind, String name, String target, Optional<String> text) {
        plan.add(
                Phase.COMMENT,
                "Comment on %s '%s'".formatted(kind, name),
                "comment on %s %s is %s"
                        .formatted(kind, target, text.map(Identifiers::string).orElse("null")));
    }
}
