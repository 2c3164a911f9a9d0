package ormlab.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.persister.entity.EntityPersister;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Query;
import org.postgresql.core.TransactionState;
import ormlab.dialect.ConnectionOptions;
import ormlab.dialect.DatabaseAddress;
import ormlab.dialect.Engine;
import ormlab.dialect.EngineProfile;
import ormlab.dialect.HibernateSettings;
import ormlab.dialect.Replication;
import ormlab.trace.Binds;
import ormlab.trace.Plan;

/** PostgreSQL, or a database that speaks its protocol. */
public final class PostgresEngine implements Engine {
    static final EngineProfile PROFILE =
            new EngineProfile(
                    "PostgreSQL",
                    PostgresAddress.JDBC,
                    List.of("postgresql", "postgres"),
                    "postgresql://user:password@host/database",
                    Pattern.compile("[a-z_][a-z0-9_]*"),
                    Set.of(
                            """
                    all analyse analyze and any array as asc asymmetric authorization binary both
                    case cast check collate collation column concurrently constraint create cross
                    current_catalog current_date current_role current_schema current_time
                    current_timestamp current_user default deferrable desc distinct do else end
                    except false fetch for foreign freeze from full grant group having ilike in
                    initially inner intersect into is isnull join lateral leading left like limit
                    localtime localtimestamp natural not notnull null offset on only or order outer
                    overlaps placing primary references returning right select session_user similar
                    some symmetric system_user table tablesample then to trailing true union unique
                    user using variadic verbose when where window with\
                    """
                                    .split("\\s+")));

    static final String READ_ONLY_TRANSACTION = "25006";

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String NO_SUCH_USER = "28000";
    private static final String WRONG_PASSWORD = "28P01";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** Matches an advisory lock that is held until its session ends. */
    private static final Pattern SESSION_LOCK =
            Pattern.compile("(?i)\\bpg_(?:try_)?advisory_lock(?:_shared)?\\b");

    /** Creates the engine; {@link java.util.ServiceLoader} does. */
    public PostgresEngine() {}

    @Override
    public EngineProfile profile() {
        return PROFILE;
    }

    @Override
    public DatabaseAddress parse(String address) {
        return new PostgresAddress(this, address).parsed();
    }

    @Override
    public DataSource connections(DatabaseAddress address, ConnectionOptions options) {
        return new PostgresConnections(address, options, connectionStatements());
    }

    @Override
    public String unavailable(DatabaseAddress address, Throwable cause) {
        String why = String.valueOf(cause.getMessage());
        return "No connection to "
                + address
                + ": "
                + (why.endsWith(".") ? why : why + ".")
                + " "
                + advice(cause);
    }

    private static String advice(Throwable cause) {
        return switch (String.valueOf(
                cause instanceof SQLException refused ? refused.getSQLState() : null)) {
            case NO_SUCH_DATABASE ->
                    "Create the database first (createdb, or create database in psql), or correct its"
                            + " name.";
            case NO_SUCH_USER, WRONG_PASSWORD -> "Check the user and the password.";
            case TOO_MANY_CONNECTIONS ->
                    "Close connections that are no longer needed, or make the pools of all"
                            + " programs together smaller than the server's max_connections.";
            default -> "Check that a server is running there, and that host and port are right.";
        };
    }

    /** Without this, the hour of an instant would depend on the machine's time zone. */
    @Override
    public List<String> connectionStatements() {
        return List.of("set time zone 'UTC'");
    }

    @Override
    public void prepareForSchemaChanges(Connection connection, int lockTimeoutMillis)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = " + lockTimeoutMillis);
        }
    }

    @Override
    public boolean hasWritten(Connection connection) throws SQLException {
        return PostgresConnections.hasWritten(connection);
    }

    @Override
    public boolean inTransaction(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState()
                != TransactionState.IDLE;
    }

    @Override
    public Optional<Replication> replication() {
        return Optional.of(new PostgresReplication());
    }

    @Override
    public int countStatements(Connection connection, String sql) throws SQLException {
        Query[] several =
                connection
                        .unwrap(BaseConnection.class)
                        .createQuery(sql, false, true)
                        .query
                        .getSubqueries();
        return several == null ? 1 : several.length;
    }

    @Override
    public Plan plan(Connection connection, String sql, Binds binds, boolean actualRows)
            throws SQLException {
        return PostgresPlans.read(connection, sql, binds, actualRows);
    }

    @Override
    public boolean outlivesRollback(String sql) {
        return SESSION_LOCK.matcher(sql).find();
    }

    @Override
    public boolean refusesToWrite(SQLException refused) {
        return READ_ONLY_TRANSACTION.equals(refused.getSQLState());
    }

    @Override
    public Map<String, Object> hibernateSettings() {
        Map<String, Object> settings = HibernateSettings.common();
        settings.put(JdbcSettings.DIALECT, PostgresDialect.class.getName());
        return settings;
    }

    @Override
    public PrimitiveIterator.OfLong takeIds(
            EntityPersister persister,
            String table,
            Column column,
            int count,
            SharedSessionContractImplementor session) {
        return PostgresIds.take(persister, column, count, session);
    }

    @Override
    public String toString() {
        return PROFILE.name();
    }
}
