package ormlab.migrate.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import ormlab.migrate.internal.engine.MigrationEngine;

/**
 * Checks before the commit that a run breaks no foreign key. References that were broken before the
 * run do not stop it.
 */
final class ForeignKeyCheck extends BaseCallback {
    private final MigrationEngine engine;
    private @Nullable BrokenReferences before;
    private List<String> warnings = List.of();

    ForeignKeyCheck(MigrationEngine engine) {
        this.engine = engine;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                begin(context.getConnection());
            } else {
                check(context.getConnection(), context.getMigrationInfo().getScript());
            }
        } catch (SQLException refused) {
            throw new FlywayException(refused.getMessage(), refused);
        }
    }

    @Override
    public String getCallbackName() {
        return "foreign key check";
    }

    /** Records which references are broken before the first migration of the run. */
    BrokenReferences begin(Connection connection) throws SQLException {
        if (before == null) {
            before = BrokenReferences.in(connection, engine);
        }
        return before;
    }

    /** Refuses a migration that broke a foreign key. */
    void check(Connection connection, String script) throws SQLException {
        BrokenReferences now = BrokenReferences.in(connection, engine);
        BrokenReferences broken = now.since(begin(connection));
        if (!broken.isEmpty()) {
            throw new MigrationFailed(broken.refusal(), null, script);
        }
        warnings = now.warnings();
    }

    /** Returns a sentence for each foreign key that was broken before the run and still is. */
    List<String> warnings() {
        return warnings;
    }
}
