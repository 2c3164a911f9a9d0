package ormlab.migrate.script;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import ormlab.migrate.sql.Identifiers;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.Table;

/** Asks the database whether values would pass the checks of a column. */
final class CheckTrial {
    private final Connection connection;
    private final boolean sqlite;

    /**
     * @param connection the database that knows all the functions and types; only read
     */
    CheckTrial(Connection connection, boolean sqlite) {
        this.connection = connection;
        this.sqlite = sqlite;
    }

    /** The checks that speak of the column and of no other: only they can be tried alone. */
    static List<CheckConstraint> of(Table table, Column column) {
        return table.checks().stream()
                .filter(check -> speaksOf(check, column))
                .filter(
                        check ->
                                table.columns().stream()
                                        .noneMatch(
                                                other ->
                                                        !other.name().equals(column.name())
                                                                && speaksOf(check, other)))
                .toList();
    }

    static boolean speaksOf(CheckConstraint check, Column column) {
        return check.words().contains(column.name().toLowerCase(Locale.ROOT));
    }

    /** Whether a value passes all of them; what the database cannot say counts as passed. */
    boolean passes(Table table, Column column, String value) {
        String typed = sqlite ? value : "cast(" + value + " as " + column.type() + ")";
        String row = "(select " + typed + " as " + Identifiers.quoted(column.name(), sqlite) + ")";
        return of(table, column).stream()
                .map(check -> "not (" + check.condition().sql() + ")")
                .allMatch(broken -> isEmpty("select 1 from " + row + " tried where " + broken));
    }

    private boolean isEmpty(String query) {
        try {
            // A query that fails would end a transaction of PostgreSQL's.
            Savepoint start = connection.getAutoCommit() ? null : connection.setSavepoint();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                return !rows.next();
            } finally {
                if (start != null) {
                    connection.rollback(start);
                }
            }
        } catch (SQLException unknown) {
            return true;
        }
    }
}
