package ormlab.migrate.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ormlab.migrate.compare.Renames;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.engine.BrokenReference;
import ormlab.migrate.internal.engine.MigrationEngine;
import ormlab.migrate.sqlite.plan.SqliteScripts;

/** Migrations on SQLite. */
public final class SqliteMigrations extends SqliteScripts implements MigrationEngine {
    /** Creates the engine; {@link java.util.ServiceLoader} does. */
    public SqliteMigrations() {}

    @Override
    public DatabaseSchema read(Connection connection, Set<String> others) throws SQLException {
        return SqliteReader.read(connection);
    }

    /**
     * Reads the statements without running them, because SQLite stores them as they are written.
     */
    @Override
    public CreatedModel create(Connection connection, List<String> statements) {
        return () -> SqliteReader.read(statements);
    }

    @Override
    public DatabaseSchema renamed(DatabaseSchema schema, Renames renames) throws SQLException {
        if (renames.isEmpty()) {
            return schema;
        }
        try (SqliteScratch scratch = SqliteScratch.of(schema)) {
            scratch.runAll(renames.statements(ENGINE).stream().map(each -> each.sql()).toList());
            return scratch.read();
        } catch (SQLException refused) {
            throw SqliteFault.whileRenaming(refused);
        }
    }

    @Override
    public Optional<DatabaseSchema> tried(
            Connection connection, DatabaseSchema schema, List<String> statements)
            throws SQLException {
        try (SqliteScratch scratch = SqliteScratch.of(schema)) {
            boolean sound = scratch.faults().isEmpty();
            scratch.runAll(statements);
            Optional<String> fault = sound ? scratch.faults() : Optional.empty();
            if (fault.isPresent()) {
                throw SqliteFault.afterMigration(fault.get());
            }
            return Optional.of(scratch.read());
        }
    }

    @Override
    public <R> R onEmptyDatabase(Connection connection, Work<R> work) throws SQLException {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            return work.on(memory);
        }
    }

    /** Foreign keys are off during a migration, because it drops tables to rebuild them. */
    @Override
    public Map<BrokenReference, Integer> brokenReferences(Connection connection)
            throws SQLException {
        return SqliteReferences.broken(connection);
    }

    @Override
    public String beginning() {
        return "pragma foreign_keys = off;\nbegin immediate;";
    }

    @Override
    public String currentUser() {
        return "''";
    }
}
