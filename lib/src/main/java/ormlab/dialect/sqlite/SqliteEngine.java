package ormlab.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.SqlTypes;
import ormlab.dialect.ConnectionOptions;
import ormlab.dialect.DatabaseAddress;
import ormlab.dialect.Engine;
import ormlab.dialect.EngineProfile;
import ormlab.dialect.HibernateSettings;
import ormlab.dialect.sqlite.internal.connection.SqliteAddress;
import ormlab.dialect.sqlite.internal.connection.SqliteConnection;
import ormlab.dialect.sqlite.internal.connection.SqliteConnections;
import ormlab.dialect.sqlite.internal.connection.SqliteFile;
import ormlab.trace.Binds;
import ormlab.trace.Plan;

/** SQLite, in a file or in memory. */
public final class SqliteEngine implements Engine {
    static final EngineProfile PROFILE =
            new EngineProfile(
                    "SQLite",
                    SqliteAddress.JDBC,
                    List.of("sqlite"),
                    "sqlite:///file",
                    Pattern.compile("[A-Za-z_][A-Za-z0-9_]*"),
                    Set.of(
                            """
                    add all alter and as autoincrement between case cast check collate commit
                    constraint create current_date current_time current_timestamp default deferrable
                    delete distinct drop else escape except exists foreign from group having if in
                    index insert intersect into is isnull join limit not nothing notnull null on or
                    order primary raise references returning select set table then to transaction
                    union unique update using values when where\
                    """
                                    .split("\\s+")));

    /** Matches a pragma that sets a value, unless its argument is a name to report about. */
    private static final Pattern SETTING_PRAGMA =
            Pattern.compile(
                    "(?i)\\bpragma\\s+(?:\\w+\\s*\\.\\s*)?(?!(?:(?:table|index)_x?info|table_list"
                            + "|index_list|foreign_key_(?:list|check)|(?:integrity|quick)_check)\\b)"
                            + "\\w+\\s*[=(]");

    /** Creates the engine; {@link java.util.ServiceLoader} does. */
    public SqliteEngine() {}

    @Override
    public EngineProfile profile() {
        return PROFILE;
    }

    @Override
    public DatabaseAddress parse(String address) {
        return new SqliteAddress(this, address).parsed();
    }

    @Override
    public Optional<String> obstacle(DatabaseAddress address) {
        return SqliteFile.obstacle(address).map(why -> "Cannot open " + address + ": " + why);
    }

    @Override
    public DataSource connections(DatabaseAddress address, ConnectionOptions options) {
        return new SqliteConnections(address, options);
    }

    @Override
    public String unavailable(DatabaseAddress address, Throwable cause) {
        return "Cannot open " + address + ": " + cause.getMessage();
    }

    /**
     * Without {@code case_sensitive_like}, {@code like} would ignore case, unlike on PostgreSQL.
     */
    @Override
    public List<String> connectionStatements() {
        return List.of("pragma foreign_keys = on", "pragma case_sensitive_like = on");
    }

    /** A rebuild drops the old table, which would delete the rows that refer to it. */
    @Override
    public void prepareForSchemaChanges(Connection connection, int lockTimeoutMillis)
            throws SQLException {
        connection.unwrap(SqliteConnection.class).prepareForSchemaChanges();
    }

    @Override
    public void beginWrite(Connection connection) throws SQLException {
        connection.unwrap(SqliteConnection.class).beginWrite();
    }

    /** A transaction begins with the first write. */
    @Override
    public boolean hasWritten(Connection connection) throws SQLException {
        return inTransaction(connection);
    }

    @Override
    public boolean inTransaction(Connection connection) throws SQLException {
        return connection.unwrap(SqliteConnection.class).inTransaction();
    }

    @Override
    public int countStatements(Connection connection, String sql) {
        return SqliteConnection.countStatements(sql);
    }

    @Override
    public Plan plan(Connection connection, String sql, Binds binds, boolean actualRows)
            throws SQLException {
        return SqlitePlans.read(connection, sql, binds, actualRows);
    }

    @Override
    public boolean outlivesRollback(String sql) {
        return SETTING_PRAGMA.matcher(sql).find();
    }

    @Override
    public boolean refusesToWrite(SQLException refused) {
        return (refused.getErrorCode() & 0xFF) == SqliteErrors.READ_ONLY;
    }

    @Override
    public String unquotedName(String word) {
        return word;
    }

    @Override
    public boolean bracketsQuoteNames() {
        return true;
    }

    @Override
    public String nameKey(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public Map<String, Object> hibernateSettings() {
        Map<String, Object> settings = HibernateSettings.common();
        settings.put(JdbcSettings.DIALECT, SqliteDialect.class.getName());
        settings.put(MappingSettings.PREFERRED_UUID_JDBC_TYPE, SqlTypes.VARCHAR);
        return settings;
    }

    @Override
    public void fitGeneratedIds(MetadataBuilder builder, Collection<Class<?>> classes) {
        IdentityIds.use(builder, classes);
    }

    @Override
    public PrimitiveIterator.OfLong takeIds(
            EntityPersister persister,
            String table,
            Column column,
            int count,
            SharedSessionContractImplementor session) {
        return SqliteIds.take(persister, table, session);
    }

    @Override
    public String toString() {
        return PROFILE.name();
    }
}
