package ormlab.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.persister.entity.EntityPersister;
import ormlab.schema.TableName;
import ormlab.trace.PlanReader;

/**
 * A kind of database, and everything that differs between it and the others.
 *
 * <p>Code outside the implementations never asks which engine it has: each difference is a method
 * here. Implementations are found by {@link java.util.ServiceLoader}, so another database is
 * another package.
 */
public interface Engine extends PlanReader {
    /**
     * Returns the engine that serves a JDBC URL.
     *
     * @param jdbcUrl such as {@code jdbc:sqlite:data.sqlite}
     * @throws IllegalArgumentException if no engine serves it
     */
    static Engine of(String jdbcUrl) {
        return Engines.of(jdbcUrl);
    }

    /** Returns the engine that serves a JDBC URL, or empty if none does. */
    static Optional<Engine> find(String jdbcUrl) {
        return Engines.find(jdbcUrl);
    }

    /** Returns all engines, always in the same order. */
    static List<Engine> all() {
        return Engines.ALL;
    }

    /** Returns what it is called, and how its addresses and names look. */
    EngineProfile profile();

    /** Returns the name to show to people, such as {@code SQLite}. */
    default String name() {
        return profile().name();
    }

    // Addresses --------------------------------------------------------------------------------

    /** Returns whether this engine serves a JDBC URL. */
    default boolean serves(String jdbcUrl) {
        return jdbcUrl.startsWith(profile().jdbcPrefix());
    }

    /**
     * Takes an address apart that starts with a scheme or the JDBC prefix of the {@link #profile}.
     *
     * @throws MalformedAddress if it cannot be understood; the message says how to write it
     */
    DatabaseAddress parse(String address);

    // Names ------------------------------------------------------------------------------------

    /** Returns a name as SQL, in quotes if it needs them. */
    default String quoted(String name) {
        return profile().needsQuotes(name) ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }

    /** Returns names as SQL with commas between them, each in quotes if it needs them. */
    default String quoted(Collection<String> names) {
        return names.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    /** Returns the name of a table as SQL, with its schema if that is not the default one. */
    default String quoted(TableName name) {
        String schema = name.schema().isEmpty() ? "" : quoted(name.schema()) + '.';
        return schema + quoted(name.name());
    }

    /** Returns the name that a word without quotes means: in most databases, its lower case. */
    default String unquotedName(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Returns whether a name may be in square brackets, as in {@code [user]}. */
    default boolean bracketsQuoteNames() {
        return false;
    }

    /** Returns a form of a name that is the same for all names with this meaning. */
    default String nameKey(String name) {
        return name;
    }

    // Connections and transactions -------------------------------------------------------------

    /**
     * Returns why this database cannot be opened, as far as that is visible without a connection.
     */
    default Optional<String> obstacle(DatabaseAddress address) {
        return Optional.empty();
    }

    /**
     * Returns a source that opens a new connection each time, set up and ready to use.
     *
     * <p>All connections of one source share what their transactions need to know of each other.
     */
    DataSource connections(DatabaseAddress address, ConnectionOptions options);

    /** Returns the message of the error for a database that could not be opened. */
    String unavailable(DatabaseAddress address, Throwable cause);

    /** Returns the statements that every new connection needs, in order. */
    List<String> connectionStatements();

    /**
     * Prepares a connection for changes to the schema: nothing that refers to a rebuilt table is
     * deleted, other writers are kept out, and a lock is not awaited forever.
     *
     * @param connection from {@link #connections}
     * @param lockTimeoutMillis how long a statement waits for a lock
     */
    void prepareForSchemaChanges(Connection connection, int lockTimeoutMillis) throws SQLException;

    /**
     * Begins the transaction as one that writes, where that makes a difference.
     *
     * @param connection any wrapper around one of {@link #connections}
     */
    default void beginWrite(Connection connection) throws SQLException {}

    /** Returns whether the transaction of a connection has changed anything. */
    boolean hasWritten(Connection connection) throws SQLException;

    /** Returns whether a commit or rollback of a connection would end a transaction. */
    boolean inTransaction(Connection connection) throws SQLException;

    /** Returns how other servers copy this one; empty if a database is in one place only. */
    default Optional<Replication> replication() {
        return Optional.empty();
    }

    // Queries ----------------------------------------------------------------------------------

    /** Counts the statements in some SQL; comments and empty statements are none. */
    int countStatements(Connection connection, String sql) throws SQLException;

    /** Returns whether a query changes its connection in a way that a rollback does not undo. */
    boolean outlivesRollback(String sql);

    /** Returns whether a statement was rejected because its transaction may only read. */
    boolean refusesToWrite(SQLException refused);

    // Hibernate --------------------------------------------------------------------------------

    /** Returns the settings that Hibernate needs for this database, in a new map. */
    Map<String, Object> hibernateSettings();

    /**
     * Changes {@code @GeneratedValue} to what this database does best.
     *
     * @param builder the builder that the classes were passed to, before it builds
     * @param classes the same classes
     */
    default void fitGeneratedIds(MetadataBuilder builder, Collection<Class<?>> classes) {}

    /**
     * Takes the ids that the database would generate for the next rows of a table.
     *
     * @param persister of the table's own class
     * @param table its name without quotes
     * @param column of the id
     * @param count how many are needed
     * @param session the session that inserts the rows
     * @return the ids, at least {@code count}; none if only the database may number this table
     */
    PrimitiveIterator.OfLong takeIds(
            EntityPersister persister,
            String table,
            Column column,
            int count,
            SharedSessionContractImplementor session);
}
