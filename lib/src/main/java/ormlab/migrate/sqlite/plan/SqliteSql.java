package ormlab.migrate.sqlite.plan;

import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.TableName;

/** Writes columns and constraints for SQLite. */
final class SqliteSql {
    private SqliteSql() {}

    static String quoted(String name) {
        return SqliteScripts.ENGINE.quoted(name);
    }

    static String quoted(TableName name) {
        return SqliteScripts.ENGINE.quoted(name);
    }

    static String column(Column column) {
        StringBuilder sql = new StringBuilder(quoted(column.name()));
        sql.append(column.typeSql().isEmpty() ? "" : " " + column.typeSql());
        column.collation().ifPresent(each -> sql.append(" collate ").append(each));
        column.defaultValue().ifPresent(each -> sql.append(" default ").append(each.sql()));
        column.generated()
                .ifPresent(
                        each ->
                                sql.append(" generated always as ")
                                        .append(inParentheses(each.expression().sql()))
                                        .append(each.stored() ? " stored" : " virtual"));
        return sql.append(column.nullable() ? "" : " not null").toString();
    }

    private static String inParentheses(String expression) {
        return expression.startsWith("(") ? expression : "(" + expression + ")";
    }

    /** Writes the name of a constraint, with a space before it. */
    static String named(String constraint) {
        return constraint.isEmpty() ? "" : " constraint " + quoted(constraint);
    }

    /** Writes a single-column foreign key as part of the column's definition. */
    static String references(ForeignKey to) {
        StringBuilder sql = new StringBuilder(named(to.name()));
        sql.append(" references ").append(quoted(to.target()));
        if (!to.targetColumns().isEmpty()) {
            sql.append(" (").append(SqliteScripts.ENGINE.quoted(to.targetColumns())).append(')');
        }
        if (!to.onDelete().equals(ForeignKey.NO_ACTION)) {
            sql.append(" on delete ").append(to.onDelete());
        }
        if (!to.onUpdate().equals(ForeignKey.NO_ACTION)) {
            sql.append(" on update ").append(to.onUpdate());
        }
        return sql.append(to.rest().isEmpty() ? "" : " " + to.rest()).toString();
    }
}
