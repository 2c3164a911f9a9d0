package ormlab.migrate.history;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;

/**
 * Undoes migrations, which Flyway's open-source edition cannot do.
 *
 * <p>It runs the {@code U…} files as Flyway runs the others, and writes a row of type {@code
 * DELETE} for each. That is how Flyway itself records that a migration is gone, so its {@code
 * info}, {@code validate} and {@code migrate} continue correctly. All of this happens in one
 * transaction.
 */
final class Downgrade {
    private final FlywaySetup setup;
    private final FluentConfiguration configuration;
    private final boolean runs;
    private final ForeignKeyCheck foreignKeys;

    /**
     * Creates a downgrade.
     *
     * @param runs false to change only the history
     */
    Downgrade(FlywaySetup setup, boolean runs) {
        this.setup = setup;
        this.configuration = setup.down();
        this.runs = runs;
        this.foreignKeys = new ForeignKeyCheck(setup.engine());
    }

    /** Undoes migrations in the given order, and returns those that had run. */
    List<HistoryEntry> run(List<HistoryEntry> entries) {
        return new FlywayExecutor(configuration)
                .execute(
                        (resolver, history, database, schema, schemas, callbacks, interceptor) -> {
                            Connection connection =
                                    database.getMainConnection().getJdbcConnection();
                            Collection<ResolvedMigration> scripts =
                                    resolver.resolveMigrations(configuration);
                            return history.lock(
                                    () ->
                                            inTransaction(
                                                    connection,
                                                    () ->
                                                            undoAll(
                                                                    entries,
                                                                    scripts,
                                                                    history,
                                                                    connection)));
                        },
                        true,
                        null);
    }

    /** Returns what needs attention after a successful run. */
    List<String> warnings() {
        return foreignKeys.warnings();
    }

    private interface Work<R> {
        R run() throws Exception;
    }

    private static <R> R inTransaction(Connection connection, Work<R> work) throws Exception {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            R result = work.run();
            connection.commit();
            return result;
        } catch (Exception failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    private List<HistoryEntry> undoAll(
            List<HistoryEntry> entries,
            Collection<ResolvedMigration> scripts,
            SchemaHistory history,
            Connection connection)
            throws Exception {
        // Another process may have undone some of them while this one waited.
        Set<MigrationVersion> applied = applied(history);
        List<HistoryEntry> undone = new ArrayList<>();
        for (HistoryEntry entry : entries) {
            if (!applied.contains(entry.version())) {
                continue;
            }
            long start = System.nanoTime();
            if (runs) {
                undo(entry, scripts, connection);
            }
            int millis = (int) ((System.nanoTime() - start) / 1_000_000);
            history.addAppliedMigration(
                    entry.version(),
                    entry.description(),
                    CoreMigrationType.DELETE,
                    entry.script(),
                    null,
                    millis,
                    true);
            undone.add(entry);
        }
        return undone;
    }

    private static Set<MigrationVersion> applied(SchemaHistory history) {
        Set<MigrationVersion> applied = new HashSet<>();
        for (AppliedMigration row : history.allAppliedMigrations()) {
            if (row.getVersion() != null) {
                if (row.getType() == CoreMigrationType.DELETE) {
                    applied.remove(row.getVersion());
                } else {
                    applied.add(row.getVersion());
                }
            }
        }
        return applied;
    }

    private void undo(
            HistoryEntry entry, Collection<ResolvedMigration> scripts, Connection connection)
            throws Exception {
        foreignKeys.begin(connection);
        Optional<ReversibleMigration> java = setup.reversible(entry.version());
        if (entry.down().isEmpty() && java.isPresent()) {
            java.get().undo(new OnConnection(configuration, connection));
        } else {
            ResolvedMigration script =
                    scripts.stream()
                            .filter(each -> entry.version().equals(each.getVersion()))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new FlywayException(
                                                    "No U" + entry.version() + "__….sql."));
            script.getExecutor().execute(new OnConnection(configuration, connection));
        }
        foreignKeys.check(
                connection,
                entry.down().map(file -> file.getFileName().toString()).orElse(entry.script()));
    }

    private record OnConnection(Configuration configuration, Connection connection)
            implements org.flywaydb.core.api.migration.Context,
                    org.flywaydb.core.api.executor.Context {
        @Override
        public Configuration getConfiguration() {
            return configuration;
        }

        @Override
        public Connection getConnection() {
            return connection;
        }
    }
}
