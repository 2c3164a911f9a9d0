package ormlab.dialect.sqlite;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.identity.IdentityColumnSupport;
import org.hibernate.dialect.unique.UniqueDelegate;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelperBuilder;
import org.hibernate.exception.spi.SQLExceptionConversionDelegate;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Table;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.tool.schema.spi.Cleaner;
import org.hibernate.tool.schema.spi.Exporter;
import org.hibernate.type.SqlTypes;
import ormlab.dialect.Engine;
import ormlab.dialect.HibernateSettings;
import ormlab.dialect.internal.ddl.QuotedIndexes;
import ormlab.dialect.internal.ddl.ReadableTables;
import ormlab.dialect.internal.error.ErrorSentences;
import ormlab.dialect.internal.model.ModelAwareDialect;
import ormlab.dialect.internal.model.ModelFacts;
import ormlab.dialect.sqlite.internal.connection.SqliteAddress;
import ormlab.dialect.sqlite.internal.type.SqliteTypes;
import ormlab.error.ShortTrace;

/**
 * Hibernate's SQLite dialect with typed ids, foreign keys, exact decimals, comparable times, and
 * errors that name table and column.
 *
 * @see SQLiteDialect the dialect that this one corrects
 */
@SuppressWarnings("this-escape") // the exporters store the dialect but call it only later
public class SqliteDialect extends SqliteQueries implements ModelAwareDialect {
    private static final DatabaseVersion VERSION = DatabaseVersion.make(3, 46);

    private final UniqueDelegate uniques = new InlineUniques(this);
    private final Exporter<Table> tables = new ReadableTables(this, " autoincrement");
    private final Exporter<Index> indexes = new QuotedIndexes(this);
    private final Cleaner cleaner = new SqliteCleaner(this);
    private volatile ModelFacts model = ModelFacts.NONE;
    private volatile long busyTimeoutMillis = -1;

    /** Creates a dialect for the SQLite that sqlite-jdbc contains. */
    public SqliteDialect() {
        super(VERSION);
    }

    /** Creates a dialect for the database that Hibernate found. */
    public SqliteDialect(DialectResolutionInfo info) {
        super(info);
    }

    @Override
    public Engine engine() {
        return Engine.of(SqliteAddress.JDBC);
    }

    @Override
    public void complete(Table table, Metadata metadata, Set<Column> withOwnType) {
        LengthChecks.addTo(table, metadata, withOwnType, this);
        SecondFractions.roundIn(table, metadata);
    }

    @Override
    public void learn(ModelFacts facts) {
        model = facts;
    }

    // Types ------------------------------------------------------------------------------------

    @Override
    protected String columnType(int sqlTypeCode) {
        return switch (sqlTypeCode) {
            case SqlTypes.DECIMAL -> "numeric($p,$s)";
            case SqlTypes.CLOB, SqlTypes.NCLOB, SqlTypes.LONG32VARCHAR, SqlTypes.LONG32NVARCHAR ->
                    "text";
            case SqlTypes.TIMESTAMP_UTC, SqlTypes.TIMESTAMP_WITH_TIMEZONE -> "timestamp";
            case SqlTypes.TIME_UTC, SqlTypes.TIME_WITH_TIMEZONE -> "time";
            case SqlTypes.JSON -> "text";
            default -> super.columnType(sqlTypeCode);
        };
    }

    /** SQLite stores integers of any size in any column; a generated id is an {@code integer}. */
    @Override
    public boolean equivalentTypes(int first, int second) {
        return super.equivalentTypes(first, second)
                || SqlTypes.isIntegral(first) && SqlTypes.isIntegral(second);
    }

    /** The same limit as PostgreSQL's; a longer column is {@code text} on both. */
    @Override
    public int getMaxVarcharLength() {
        return 10_485_760;
    }

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
        super.contributeTypes(contributions, registry);
        SqliteTypes.contribute(contributions, HibernateSettings.readsEpochMillis(registry));
        busyTimeoutMillis = HibernateSettings.busyTimeoutMillis(registry);
    }

    // Ids --------------------------------------------------------------------------------------

    @Override
    public IdentityColumnSupport getIdentityColumnSupport() {
        return SqliteIdentity.INSTANCE;
    }

    /** Avoids a second statement that reads each new id. */
    @Override
    public boolean supportsInsertReturning() {
        return true;
    }

    // DDL --------------------------------------------------------------------------------------

    @Override
    public Exporter<Index> getIndexExporter() {
        return indexes;
    }

    @Override
    public Exporter<Table> getTableExporter() {
        return tables;
    }

    @Override
    public Cleaner getTableCleaner() {
        return cleaner;
    }

    @Override
    public boolean canBatchTruncate() {
        return true; // otherwise Hibernate would drop the foreign keys first
    }

    @Override
    public UniqueDelegate getUniqueDelegate() {
        return uniques;
    }

    @Override
    public boolean supportsCommentOn() {
        return false;
    }

    @Override
    public boolean supportsIfExistsBeforeIndexName() {
        return true;
    }

    @Override
    public IdentifierHelper buildIdentifierHelper(
            IdentifierHelperBuilder builder, DatabaseMetaData metadata) throws SQLException {
        builder.applyIdentifierCasing(metadata);
        builder.setNameQualifierSupport(getNameQualifierSupport());
        builder.setAutoQuoteKeywords(true);
        builder.setReservedWords(SqliteEngine.PROFILE.reservedWords());
        return builder.build();
    }

    // Errors -----------------------------------------------------------------------------------

    @Override
    public SQLExceptionConversionDelegate buildSQLExceptionConversionDelegate() {
        SQLExceptionConversionDelegate errors =
                new SqliteErrors(() -> model, () -> busyTimeoutMillis);
        return (refused, message, sql) ->
                ShortTrace.of(errors.convert(refused, message, ErrorSentences.cut(sql)));
    }
}
