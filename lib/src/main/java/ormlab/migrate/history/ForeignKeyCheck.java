package ormlab.migrate.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import ormlab.migrate.internal.engine.MigrationEngine;

/** Checks that every foreign key still has its row, before a migration is committed. */
final class ForeignKeyCheck extends BaseCallback {
    private final MigrationEngine engine;

    ForeignKeyCheck(MigrationEngine engine) {
        this.engine = engine;
    }

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

    void check(Connection connection, String script) throws SQLException {
        Optional<String> broken = engine.brokenReferences(connection);
        if (broken.isPresent()) {
            throw new MigrationFailed(
                    broken.get()
                            + " would have nothing to refer to. Delete or change the rows in the"
                            + " migration, before what they refer to goes.",
                    null,
                    script);
        }
    }
}
