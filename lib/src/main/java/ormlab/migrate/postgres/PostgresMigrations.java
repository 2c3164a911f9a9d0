package ormlab.migrate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import ormlab.migrate.compare.Renames;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.engine.MigrationEngine;
import ormlab.migrate.postgres.plan.PostgresScripts;

/** Migrations on PostgreSQL. */
public final class PostgresMigrations extends PostgresScripts implements MigrationEngine {
    private static final String EMPTY = "ormlab_empty";

    /** An arbitrary number that no other program should use. */
    private static final long LOCK = 0x6f726d6c6162L;

    /** Creates the engine; {@link java.util.ServiceLoader} does. */
    public PostgresMigrations() {}

    @Override
    public DatabaseSchema read(Connection connection, Set<String> others) throws SQLException {
        return PostgresReader.read(connection, others);
    }

    @Override
    public Set<String> schemasOf(List<String> statements) {
        return PostgresScratch.schemasOf(statements);
    }

    @Override
    public CreatedModel create(Connection connection, List<String> statements) throws SQLException {
        return PostgresScratch.of(connection, statements);
    }

    @Override
    public DatabaseSchema renamed(DatabaseSchema schema, Renames renames) {
        return renames.isEmpty() ? schema : PostgresRenaming.apply(schema, renames);
    }

    @Override
    public Optional<DatabaseSchema> tried(
            Connection connection, DatabaseSchema schema, List<String> statements)
            throws SQLException {
        PostgresTrial.run(this, connection, schema, statements);
        return Optional.empty();
    }

    /** Prevents two processes that compare at once from writing two files with the same version. */
    @Override
    public void lock(Connection connection) throws SQLException {
        execute(connection, "select pg_advisory_xact_lock(" + LOCK + ")");
    }

    /** The rollback removes the schema. Existing types can still be found. */
    @Override
    public <R> R onEmptyDatabase(Connection connection, Work<R> work) throws SQLException {
        execute(connection, "create schema " + EMPTY);
        execute(
                connection,
                "select set_config('search_path', '%s, ' || current_setting('search_path'), true)"
                        .formatted(EMPTY));
        return work.on(connection);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One connection, so that the migration and its row in the history are committed together. */
    @Override
    public void configure(FluentConfiguration configuration) {
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
    }
}
