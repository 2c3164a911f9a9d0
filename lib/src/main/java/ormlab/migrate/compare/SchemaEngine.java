package ormlab.migrate.compare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ormlab.dialect.Engine;
import ormlab.migrate.internal.catalog.DatabaseSchema;

/** Reads, renames and tries out schemas of one kind of database. */
public interface SchemaEngine {
    /** Returns the kind of database. */
    Engine engine();

    /**
     * Reads the default schema of a connection, and others.
     *
     * @param others further schemas; a missing one counts as empty
     */
    DatabaseSchema read(Connection connection, Set<String> others) throws SQLException;

    /**
     * Returns the schemas that a model's statements name; empty if they only use the default one.
     */
    default Set<String> schemasOf(List<String> statements) {
        return Set.of();
    }

    /**
     * Creates a model so that it can be read as this database would store it.
     *
     * @param connection the database; it is unchanged after the model is closed
     * @param statements the model's statements
     */
    CreatedModel create(Connection connection, List<String> statements) throws SQLException;

    /** Returns a schema after renames, including its keys, checks, indexes and views. */
    DatabaseSchema renamed(DatabaseSchema schema, Renames renames) throws SQLException;

    /**
     * Runs statements on a copy of a schema without its rows.
     *
     * @param connection the database; it is unchanged afterwards
     * @return the resulting schema; empty if this database cannot tell
     * @throws SQLException if the database rejects one of the statements
     */
    Optional<DatabaseSchema> tried(
            Connection connection, DatabaseSchema schema, List<String> statements)
            throws SQLException;

    /** A model that was created where no other connection sees it. */
    interface CreatedModel extends AutoCloseable {
        /** Reads the model. */
        DatabaseSchema read() throws SQLException;

        /**
         * Returns a schema in the model's wording wherever both mean the same.
         *
         * @param found the database's schema
         * @param model what {@link #read} returned
         */
        default DatabaseSchema restated(DatabaseSchema found, DatabaseSchema model)
                throws SQLException {
            return found;
        }

        @Override
        default void close() throws SQLException {}
    }
}
