package ormlab.migrate.internal.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.ServiceLoader;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import ormlab.dialect.Engine;
import ormlab.migrate.compare.Comparison;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.compare.TableRules;
import ormlab.migrate.script.MigrationScript;
import ormlab.migrate.script.ScriptEngine;
import ormlab.migrate.script.ScriptWriter;
import ormlab.schema.Schema;

/**
 * Everything about migrations that differs between kinds of databases.
 *
 * <p>{@link ServiceLoader} finds the implementations, so supporting another database means adding a
 * package.
 */
public interface MigrationEngine extends ScriptEngine {
    /** Returns the implementation for a kind of database. */
    static MigrationEngine of(Engine engine) {
        return MigrationEngines.of(engine);
    }

    /** Returns the implementation for the database of a connection. */
    static MigrationEngine of(Connection connection) throws SQLException {
        return of(Engine.of(connection.getMetaData().getURL()));
    }

    /**
     * Compares a database with a model.
     *
     * @param connection the database; stays open and unchanged
     * @param model the tables that should be in it
     * @param rules which tables are compared
     * @param decisions decisions about renames
     * @throws ormlab.error.OrmlabException if a decision names something that does not exist
     */
    default SchemaDiff compare(
            Connection connection, Schema model, TableRules rules, Decisions decisions)
            throws SQLException {
        return Comparison.of(this, connection, model, rules, decisions);
    }

    /**
     * Writes a migration after trying it out on a copy.
     *
     * @param connection the database that was compared; it is unchanged afterwards
     * @param decisions the decisions that led to the difference
     * @return the same scripts for the same input
     * @throws ormlab.error.OrmlabException if one of the scripts cannot run
     */
    default MigrationScript write(Connection connection, SchemaDiff diff, Decisions decisions)
            throws SQLException {
        return ScriptWriter.write(this, connection, diff, decisions);
    }

    /**
     * Waits until no other process is comparing this database, and keeps others out until the
     * transaction ends.
     */
    default void lock(Connection connection) throws SQLException {}

    /** Work on a connection. */
    interface Work<R> {
        /** Does the work. */
        R on(Connection connection) throws SQLException;
    }

    /**
     * Runs work on an empty database of this kind.
     *
     * @param connection a connection in a transaction; the caller rolls it back
     */
    <R> R onEmptyDatabase(Connection connection, Work<R> work) throws SQLException;

    /** Adapts Flyway to this database. */
    default void configure(FluentConfiguration configuration) {}

    /**
     * Returns the broken references with their numbers of rows; empty if the database itself checks
     * foreign keys.
     */
    default Map<BrokenReference, Integer> brokenReferences(Connection connection)
            throws SQLException {
        return Map.of();
    }

    /** Returns the statements that begin the transaction of a printed migration. */
    default String beginning() {
        return "begin;";
    }

    /** Returns the SQL expression for the user who runs a migration. */
    default String currentUser() {
        return "current_user";
    }
}
