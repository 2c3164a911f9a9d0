package ormlab.migrate.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Checks before the commit of a migration on SQLite that every reference still has its row, because
 * foreign keys are not enforced while a migration runs: a rebuilt table is dropped in between.
 */
final class ForeignKeyCheck extends BaseCallback {
    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            check(context.getConnection(), context.getMigrationInfo().getScript());
        } catch (SQLException refused) {
            throw new FlywayException(refused.getMessage(), refused);
        }
    }

    @Override
    public String getCallbackName() {
        return "foreign key check";
    }

    /** Throws when a row refers to a row that does not exist. */
    static void check(Connection connection, String script) throws SQLException {
        Map<String, Integer> violations = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma foreign_key_check")) {
            while (rows.next()) {
                String pair = rows.getString("table") + " to " + rows.getString("parent");
                violations.merge(pair, 1, Integer::sum);
            }
        }
        if (!violations.isEmpty()) {
            throw new MigrationFailed(
                    ("%s would have nothing to refer to. Delete or change the rows in the"
                                    + " migration, before what they refer to goes.")
                            .formatted(
                                    violations.entrySet().stream()
                                            .map(
                                                    each ->
                                                            rows(each.getValue())
                                                                    + " from "
                                                                    + each.getKey())
                                            .collect(Collectors.joining(", "))),
                    null,
                    script);
        }
    }

    private static String rows(int count) {
        return count == 1 ? "1 reference" : count + " references";
    }
}
