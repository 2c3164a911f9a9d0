package ormlab.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.compare.SchemaEngine;
import ormlab.migrate.internal.catalog.UserDefinedType;
import ormlab.schema.Column;

/** What differs between databases when a migration is written. */
public interface ScriptEngine extends SchemaEngine {
    /** Returns the hidden column that identifies rows of a table without a primary key. */
    String hiddenKey();

    /**
     * Returns the condition that finds values which a new type would change or reject.
     *
     * @param types the model's types
     * @return the condition; empty if there is no way to check
     */
    Optional<String> misfits(
            Connection connection, Column was, Column column, List<UserDefinedType> types)
            throws SQLException;

    /** Returns the expression for a value as it is stored after its column changes type. */
    String retyped(Connection connection, Column was, Column column) throws SQLException;

    /** A query that a database may reject. */
    interface Attempt<R> {
        /** Runs the query. */
        R run() throws SQLException;
    }

    /**
     * Runs a query and returns its result; empty if the database rejects it. The transaction stays
     * usable.
     */
    default <R> Optional<R> attempt(Connection connection, Attempt<R> query) throws SQLException {
        try {
            return Optional.of(query.run());
        } catch (SQLException rejected) {
            return Optional.empty();
        }
    }

    /** Returns the obstacles to a migration that no decision can remove. */
    default List<Question> obstacles(Connection connection, SchemaDiff diff) throws SQLException {
        return List.of();
    }

    /** Plans the statements of one direction, in order. */
    List<Step> plan(Connection connection, Transition transition) throws SQLException;
}
