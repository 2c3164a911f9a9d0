package ormlab;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import ormlab.config.ConnectionSettings;
import ormlab.config.ConnectionSource;
import ormlab.config.DatabaseUrl;
import ormlab.config.Environment;
import ormlab.error.OrmlabException;
import ormlab.migrate.MigratedDatabase;
import ormlab.migrate.Migrations;
import ormlab.migrate.internal.engine.ColumnRows;
import ormlab.migrate.internal.engine.MigrationEngine;
import ormlab.naming.Naming;
import ormlab.picture.Rows;
import ormlab.picture.SqlScript;
import ormlab.query.Query;
import ormlab.schema.ErDiagram;
import ormlab.session.DbSession;
import ormlab.trace.Detail;
import ormlab.trace.Trace;
import ormlab.trace.Tracer;

/**
 * A database: its connections, the classes stored in it, and the sessions that store them.
 *
 * <pre>{@code
 * var db = Database.open("sqlite:///data.sqlite");
 * db.models(Role.class, User.class);
 * db.createAll();
 * db.session().add(new Role("Observer"));
 * db.session().commit();
 * }</pre>
 *
 * <p>Thread-safe; each thread has its own session.
 */
public final class Database implements AutoCloseable {
    /** The URL that {@link #open()} uses by default: a file in the working folder. */
    public static final String DEFAULT_URL = "sqlite:///data.sqlite";

    /** The folder of {@link #migrations()}. */
    public static final String MIGRATIONS = "migrations";

    private final ConnectionSource source;
    private final DirectSql direct;
    private final RegisteredModels registered;

    private Database(ConnectionSource source) {
        this.source = source;
        this.registered = new RegisteredModels(source);
        this.direct = new DirectSql(source, registered::words, registered::types);
    }

    /**
     * Opens the database at {@link #defaultUrl()}, with the replicas that {@code
     * DATABASE_REPLICA_URL} names, see {@link ConnectionSettings#replicas}.
     */
    public static Database open() {
        return open(defaultUrl(), ConnectionSettings.ofEnvironment());
    }

    /**
     * Returns the URL that {@link #open()} uses: {@code DATABASE_URL} from the environment or from
     * a file {@code .env}, or {@value #DEFAULT_URL} if neither sets it.
     */
    public static String defaultUrl() {
        return Environment.ofProcess().get("DATABASE_URL").orElse(DEFAULT_URL);
    }

    /** Opens a database with default settings, see {@link #open(String, ConnectionSettings)}. */
    public static Database open(String url) {
        return open(url, ConnectionSettings.defaults());
    }

    /**
     * Opens a database.
     *
     * @param url see {@link DatabaseUrl}
     * @param settings pool, waiting times, hooks on each connection, replicas
     * @throws ormlab.config.InvalidDatabaseUrl if the URL cannot be understood
     * @throws ormlab.config.DatabaseUnavailable if the database cannot be opened
     */
    public static Database open(String url, ConnectionSettings settings) {
        return new Database(ConnectionSource.open(DatabaseUrl.parse(url), settings));
    }

    /** Sets the rules by which the next {@link #models} names tables, columns and constraints. */
    public Database naming(Naming rules) {
        registered.nameBy(rules);
        return this;
    }

    /**
     * Registers the classes that are stored in this database, all of them at once.
     *
     * <p>Call it again after a class was redefined: it closes open sessions, and Hibernate starts
     * over with the new classes. The database itself does not change.
     *
     * @param models entities, embeddables, mapped superclasses, converters
     * @throws ormlab.mapping.InvalidModel if a class cannot be mapped; the classes registered
     *     before stay registered
     * @throws OrmlabException if this thread's session holds uncommitted changes
     */
    public Database models(Class<?>... models) {
        registered.register(new LinkedHashSet<>(List.of(models)));
        return this;
    }

    /**
     * Creates the tables that do not exist yet. It leaves existing tables alone, so a second call
     * does nothing.
     *
     * <p>If a query of this thread's session failed, perhaps because a table was missing, the
     * session is rolled back and works again.
     */
    public void createAll() {
        registered.sessions().recoverCurrent();
        direct.run("create the tables", "", registered.mapping().schema()::createMissing);
    }

    /** Closes all sessions without a commit, and drops the tables of all models with their rows. */
    public void dropAll() {
        registered.sessions().close();
        direct.run(
                "drop the tables",
                "",
                connection -> {
                    registered.mapping().schema().dropAll(connection);
                    return null;
                });
    }

    /** Returns the statements that {@link #createAll()} sends to an empty database. */
    public SqlScript ddl() {
        return new SqlScript(registered.mapping().schema().createStatements());
    }

    /** Returns a diagram of all models' tables and their foreign keys. */
    public ErDiagram diagram() {
        return new ErDiagram(registered.mapping().schema().tables());
    }

    /** Returns the migrations in the folder {@value #MIGRATIONS} of the working folder. */
    public Migrations migrations() {
        return migrations(MIGRATIONS);
    }

    /**
     * Returns the migrations in a folder.
     *
     * @param folder the folder, relative to the working folder or absolute
     */
    public Migrations migrations(String folder) {
        return Migrations.of(
                new MigratedDatabase(
                        source, registered::registered, registered::words, registered::release),
                Path.of(folder));
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

    /** Returns the session of the calling thread; all cells of a notebook share one. */
    public DbSession session() {
        return registered.sessions().current();
    }

    /**
     * Rolls back and closes the calling thread's session, as at the end of a web request; does
     * nothing if there is none.
     */
    public void closeSession() {
        registered.closeSession();
    }

    /**
     * Runs code in its own transaction and commits it; any error rolls it back.
     *
     * <p>On SQLite, the transaction takes the write lock at its start, so you can read a value,
     * change it and write it back without losing other writes. PostgreSQL lets other transactions
     * write between your read and your commit. So lock the row when you read it, {@code
     * session.find(Counter.class, id, LockModeType.PESSIMISTIC_WRITE)}, which is harmless on
     * SQLite; or give the class a {@link jakarta.persistence.Version} and run the code again after
     * an {@link jakarta.persistence.OptimisticLockException}. On either database, {@link
     * #session()} takes no lock before it writes, so what it read may be out of date by then.
     */
    @SuppressWarnings("overloads") // they are not ambiguous, see below
    public <R> R inTransaction(Function<? super DbSession, ? extends R> work) {
        return registered.sessions().inTransaction(work);
    }

    /**
     * Runs code without a result, as {@link #inTransaction(Function)} does; several lambdas run in
     * order. A single lambda needs braces: {@code session -> { session.add(user); }}.
     */
    // The compiler considers varargs last. If this took a single Consumer, a call with session ->
    // session.merge(user) would be ambiguous, because that lambda fits both overloads.
    @SafeVarargs
    @SuppressWarnings("overloads")
    public final void inTransaction(Consumer<? super DbSession>... steps) {
        registered
                .sessions()
                .inTransaction(
                        session -> {
                            for (Consumer<? super DbSession> step : steps) {
                                step.accept(session);
                            }
                            return null;
                        });
    }

    /**
     * Opens sessions and transactions that only read. They use a replica if {@link
     * ConnectionSettings#replicas} names one that has every commit of the calling thread.
     */
    public ReadOnly readOnly() {
        return new ReadOnly(source, registered::sessions, "");
    }

    /** Starts a query in the calling thread's session; it matches every row of a model. */
    public <T> Query<T> query(Class<T> model) {
        return Query.of(model, this::session);
    }

    /**
     * Runs a query outside of any session, in a transaction that cannot write.
     *
     * @param sql one query, with {@code ?} for each bind
     * @param binds converted as attributes of the same class would be; an enum becomes its name
     */
    public Rows rows(String sql, Object... binds) {
        return direct.rows(sql, binds);
    }

    /** Runs code and returns the statements that it sent. */
    public Trace trace(Callable<?> code) {
        return Tracer.record(code);
    }

    /**
     * Runs code and returns the statements that it sent, with the details you ask for.
     *
     * @param details what to record in addition, such as {@link Detail#PLANS}
     */
    public Trace trace(Callable<?> code, Detail... details) {
        return Tracer.record(code, details);
    }

    /** Runs code without a result and returns the statements that it sent. */
    public Trace trace(Runnable code) {
        return Tracer.record(code);
    }

    /** Runs code without a result, as {@link #trace(Callable, Detail...)} does. */
    public Trace trace(Runnable code, Detail... details) {
        return Tracer.record(Executors.callable(code), details);
    }

    /** Returns Hibernate's own session factory, which the next {@link #models} closes. */
    public SessionFactory sessionFactory() {
        return registered.mapping().factory();
    }

    /** Returns the URL of this database, without its password. */
    public DatabaseUrl url() {
        return source.url();
    }

    /** Returns how many connections sessions are using. */
    public int connectionsInUse() {
        return source.connectionsInUse();
    }

    /** Closes all sessions and connections; uncommitted changes are lost. */
    @Override
    public void close() {
        registered.close();
        source.close();
    }

    @Override
    public String toString() {
        return "<Database " + source + ">";
    }
}
