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
 * A kind of database, with everything that differs from other kinds.
 *
 * <p>Code outside the implementations never checks which engine it has, because each difference is
 * a method here. {@link java.util.ServiceLoader} finds the implementations, so supporting another
 * database means adding a package.
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

    /** Returns the engine's name, and how its URLs and names look. */
    EngineProfile profile();

    /** Returns the name to show to people, such as {@code SQLite}. */
    default String name() {
        return profile().name();
    }

    // URLs -------------------------------------------------------------------------------------

    /** Returns whether this engine serves a JDBC URL. */
    default boolean serves(String jdbcUrl) {
        return jdbcUrl.startsWith(profile().jdbcPrefix());
    }

    /**
     * Parses a URL that starts with one of the schemes or the JDBC prefix of the {@link #profile}.
     *
     * @throws MalformedAddress if it cannot be understood; the message says how to write it
     */
    DatabaseAddress parse(String address);

    // Names ------------------------------------------------------------------------------------

    /** Returns a name as SQL, in quotes if it needs them. */
    default String quoted(String name) {
        return profile().needsQuotes(name) ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }

    /** Returns names as SQL separated by commas, each in quotes if it needs them. */
    default String quoted(Collection<String> names) {
        return names.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    /** Returns the name of a table as SQL, with its schema if that is not the default one. */
    default String quoted(TableName name) {
        String schema = name.schema().isEmpty() ? "" : quoted(name.schema()) + '.';
        return schema + quoted(name.name());
    }

    /**
     * Returns the name that an unquoted word means, which is its lowercase form in most databases.
     */
    default String unquotedName(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Returns whether a name may be in square brackets, as in {@code [user]}. */
    default boolean bracketsQuoteNames() {
        return false;
    }

    /**
     * Returns a key that is the same for all spellings of a name that the database considers equal.
     */
    default String nameKey(String name) {
        return name;
    }

    // Connections and transactions -------------------------------------------------------------

    /** Returns why this database cannot be opened, if that can be seen without a connection. */
    default Optional<String> obstacle(DatabaseAddress address) {
        return Optional.empty();
    }

    /**
     * Returns a source that opens a new connection each time, set up and ready to use.
     *
     * <p>All connections of one source share what their transactions need to know about each other.
     */
    DataSource connections(DatabaseAddress address, ConnectionOptions options);

    /** Returns the message of the error for a database that could not be opened. */
    String unavailable(DatabaseAddress address, Throwable cause);

    /** Returns the statements that every new connection needs, in order. */
    List<String> connectionStatements();

    /**
     * Prepares a connection for changes to the schema: rows that refer to a rebuilt table are not
     * deleted, other writers are kept out, and no statement waits for a lock forever.
     *
     * @param connection from {@link #connections}
     * @param lockTimeoutMillis how long a statement waits for a lock
     */
    void prepareForSchemaChanges(Connection connection, int lockTimeoutMillis) throws SQLException;

    /**
     * Begins a transaction that writes, where that makes a difference.
     *
     * @param connection one of {@link #connections}, or a wrapper around it
     */
    default void beginWrite(Connection connection) throws SQLException {}

    /** Returns whether the transaction of a connection has changed anything. */
    boolean hasWritten(Connection connection) throws SQLException;

    /** Returns whether a commit or rollback of a connection would end a transaction. */
    boolean inTransaction(Connection connection) throws SQLException;

    /** Returns how other servers copy this one; empty if this kind of database has no replicas. */
    default Optional<Replication> replication() {
        return Optional.empty();
    }

    // Queries ----------------------------------------------------------------------------------

    /** Counts the statements in some SQL; comments and empty statements do not count. */
    int countStatements(Connection connection, String sql) throws SQLException;

    /** Returns whether a query changes its connection in a way that a rollback does not undo. */
    boolean outlivesRollback(String sql);

    /** Returns whether a statement was rejected because its transaction may only read. */
    boolean refusesToWrite(SQLException refused);

    // Hibernate --------------------------------------------------------------------------------

    /** Returns the settings that Hibernate needs for this database, in a new map. */
    Map<String, Object> hibernateSettings();

    /**
     * Adapts {@code @GeneratedValue} to what this database does best.
     *
     * @param builder the builder that received the classes, before it builds
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
     * @return the ids, at least {@code count}; none if only the database may generate them
     */
    PrimitiveIterator.OfLong takeIds(
            EntityPersister persister,
            String table,
            Column column,
            int count,
            SharedSessionContractImplementor session);
}
