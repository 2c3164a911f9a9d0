package ormlab;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import ormlab.config.ConnectionSettings;
import ormlab.config.ConnectionSource;
import ormlab.config.DatabaseUrl;
import ormlab.config.Environment;
import ormlab.error.OrmlabException;
import ormlab.mapping.Mapping;
import ormlab.migrate.MigratedDatabase;
import ormlab.migrate.Migrations;
import ormlab.migrate.internal.engine.ColumnRows;
import ormlab.migrate.internal.engine.MigrationEngine;
import ormlab.picture.Rows;
import ormlab.picture.SqlScript;
import ormlab.query.Query;
import ormlab.schema.ErDiagram;
import ormlab.session.DbSession;
import ormlab.session.Sessions;
import ormlab.trace.Trace;
import ormlab.trace.Tracer;

/**
 * A database: where it is, which classes are stored in it, and the sessions that store them.
 *
 * <pre>{@code
 * var db = Database.open("sqlite:///data.sqlite");
 * db.models(Role.class, User.class);
 * db.createAll();
 * db.session().add(new Role("Observer"));
 * db.session().commit();
 * }</pre>
 *
 * <p>Thread-safe; each thread has a session of its own.
 */
public final class Database implements AutoCloseable {
    /** What {@link #open()} opens when nothing else is said: a file next to the work. */
    public static final String DEFAULT_URL = "sqlite:///data.sqlite";

    /** Where {@link #migrations()} looks for files. */
    public static final String MIGRATIONS = "migrations";

    private final ConnectionSource source;
    private final DirectSql direct;
    private Mapping mapping;
    private Sessions sessions;
    private boolean closed;

    private Database(ConnectionSource source) {
        this.source = source;
        this.direct = new DirectSql(source, this::words);
    }

    /** Opens the database at {@link #usualUrl()}, see {@link #open(String, ConnectionSettings)}. */
    public static Database open() {
        return open(usualUrl());
    }

    /**
     * Returns the address that {@link #open()} opens: {@code DATABASE_URL}, in the environment or
     * in a file {@code .env}; without either, {@value #DEFAULT_URL}.
     */
    public static String usualUrl() {
        return Environment.ofProcess().get("DATABASE_URL").orElse(DEFAULT_URL);
    }

    /** Opens a database with the usual settings, see {@link #open(String, ConnectionSettings)}. */
    public static Database open(String url) {
        return open(url, ConnectionSettings.defaults());
    }

    /**
     * Opens a database.
     *
     * @param url its address, see {@link DatabaseUrl}
     * @param settings pool, waiting times, hooks on each connection
     * @throws ormlab.config.InvalidDatabaseUrl if the address cannot be understood
     * @throws ormlab.config.DatabaseUnavailable if the database cannot be opened
     */
    public static Database open(String url, ConnectionSettings settings) {
        return new Database(ConnectionSource.open(DatabaseUrl.parse(url), settings));
    }

    /**
     * Names the classes that are stored in this database, all of them at once.
     *
     * <p>Call it again after a class was defined anew: open sessions are closed, what was not
     * committed is given up, and Hibernate starts over with the new classes. The database itself is
     * left as it is.
     *
     * @param models entities, embeddables, mapped superclasses, converters
     * @return this database
     * @throws ormlab.mapping.InvalidModel when a class cannot be mapped; the classes named before
     *     stay registered
     */
    public synchronized Database models(Class<?>... models) {
        Set<Class<?>> classes = new LinkedHashSet<>(List.of(models));
        Mapping next = Mapping.build(source, classes);
        closeMapping();
        mapping = next;
        sessions = new Sessions(next.factory());
        return this;
    }

    private void closeMapping() {
        if (mapping != null) {
            sessions.close();
            mapping.close();
            mapping = null;
        }
    }

    private synchronized Mapping mapping() {
        if (mapping == null && closed) {
            throw new OrmlabException(
                    "This database is closed. Open it again: Database.open(…), then models(…).");
        }
        if (mapping == null) {
            throw new OrmlabException(
                    "This database knows no models yet. Name them first: db.models(User.class, …).");
        }
        return mapping;
    }

    private synchronized Sessions sessions() {
        mapping();
        return sessions;
    }

    /**
     * Creates the tables that do not exist yet; the others are left as they are, so a second call
     * does nothing.
     *
     * <p>A session whose query failed, for want of a table perhaps, is rolled back and works again.
     */
    public void createAll() {
        sessions().recoverCurrent();
        direct.run("create the tables", "", mapping().schema()::createMissing);
    }

    /** Drops the tables of all models, with everything in them; other tables are left alone. */
    public void dropAll() {
        sessions().close();
        direct.run(
                "drop the tables",
                "",
                connection -> {
                    mapping().schema().dropAll(connection);
                    return null;
                });
    }

    /** Returns the statements that {@link #createAll()} sends to an empty database. */
    public SqlScript ddl() {
        return new SqlScript(mapping().schema().createStatements());
    }

    /** Returns the tables of all models and their references as a diagram. */
    public ErDiagram diagram() {
        return new ErDiagram(mapping().schema().tables());
    }

    /** Returns the migrations in the folder {@value #MIGRATIONS} of the working folder. */
    public Migrations migrations() {
        return migrations(MIGRATIONS);
    }

    /**
     * Returns the migrations in a folder.
     *
     * @param folder the folder, relative to the working folder or absolute
     * @return the migrations of this database
     */
    public Migrations migrations(String folder) {
        return Migrations.of(
                new MigratedDatabase(source, this::registered, this::words, this::release),
                Path.of(folder));
    }

    private synchronized Optional<Mapping> registered() {
        return Optional.ofNullable(mapping);
    }

    private synchronized void release(String purpose) {
        if (mapping != null) {
            sessions.releaseCurrent(purpose);
        }
    }

    /** Lists the columns of all tables in the database, whatever the models say. */
    public Rows tables() {
        return direct.run(
                "read the tables",
                "",
                connection ->
                        ColumnRows.of(
                                MigrationEngine.of(source.url().engine())
                                        .read(connection, Set.of())));
    }

    /** The dialect knows better words than the driver, once there are models. */
    private String words(SQLException refused, String sql) {
        return mapping == null ? refused.getMessage() : mapping.words(refused, sql);
    }

    /** Returns the session of the calling thread; all cells of a notebook share one. */
    public DbSession session() {
        return sessions().current();
    }

    /** Rolls the calling thread's session back and closes it, as at the end of a web request. */
    public void closeSession() {
        sessions().closeCurrent();
    }

    /**
     * Runs code in a transaction of its own and commits it; any error rolls it back.
     *
     * <p>On SQLite the transaction takes the write lock at its start, so a value can be read,
     * changed and written back without losing other writes. PostgreSQL lets others write between
     * the read and the commit, so lock the row when you read it, {@code session.find(Counter.class,
     * id, LockModeType.PESSIMISTIC_WRITE)}, which does no harm on SQLite; or give the class a
     * {@link jakarta.persistence.Version} and run the code again after an {@link
     * jakarta.persistence.OptimisticLockException}. On either database, {@link #session()} takes no
     * lock before it writes, so what it read may be out of date by then.
     */
    public <R> R inTransaction(Function<? super DbSession, ? extends R> work) {
        return sessions().inTransaction(work);
    }

    /** Starts a query in the calling thread's session; it matches every row of a model. */
    public <T> Query<T> query(Class<T> model) {
        return Query.of(model, this::session);
    }

    /**
     * Runs a query outside of any session.
     *
     * @param sql a query with {@code ?} for each bind
     */
    public Rows rows(String sql, Object... binds) {
        return direct.rows(sql, binds);
    }

    /** Runs code and returns the statements that it sent. */
    public Trace trace(Callable<?> code) {
        return Tracer.record(code);
    }

    /** Runs code without a result and returns the statements that it sent. */
    public Trace trace(Runnable code) {
        return Tracer.record(code);
    }

    /** Returns Hibernate's own factory of sessions, which the next {@link #models} closes. */
    public SessionFactory sessionFactory() {
        return mapping().factory();
    }

    /** Returns the address of this database, without its password. */
    public DatabaseUrl url() {
        return source.url();
    }

    /** Counts the connections that sessions hold at this moment. */
    public int connectionsInUse() {
        return source.connectionsInUse();
    }

    /** Closes all sessions and connections; what was not committed is given up. */
    @Override
    public synchronized void close() {
        closeMapping();
        closed = true;
        source.close();
    }

    /** Names the address. */
    @Override
    public String toString() {
        return "<Database " + source.url() + ">";
    }
}
