package ormlab.dialect;

import jakarta.persistence.TemporalType;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.TimeZone;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.function.FormatFunction;
import org.hibernate.dialect.identity.IdentityColumnSupport;
import org.hibernate.dialect.temptable.TemporaryTableStrategy;
import org.hibernate.dialect.unique.UniqueDelegate;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelperBuilder;
import org.hibernate.exception.spi.SQLExceptionConversionDelegate;
import org.hibernate.mapping.Table;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.query.common.TemporalUnit;
import org.hibernate.query.sqm.CastType;
import org.hibernate.query.sqm.IntervalType;
import org.hibernate.query.sqm.mutation.internal.temptable.LocalTemporaryTableInsertStrategy;
import org.hibernate.query.sqm.mutation.internal.temptable.LocalTemporaryTableMutationStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableInsertStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategy;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.tool.schema.spi.Exporter;
import org.hibernate.type.SqlTypes;

/**
 * Teaches Hibernate SQLite as it is: typed ids, foreign keys, exact decimals, comparable times, and
 * errors that name table and column.
 *
 * @see SQLiteDialect the dialect that this one mends
 */
public class SqliteDialect extends SQLiteDialect implements KnowsModel {
    private static final DatabaseVersion VERSION = DatabaseVersion.make(3, 46);

    private final UniqueDelegate uniques = new InlineUniques(this);
    private final Exporter<Table> tables = new ReadableTables(this);
    private volatile ModelFacts model = ModelFacts.NONE;
    private volatile long busyTimeoutMillis = -1;

    /** Creates the dialect for the SQLite that sqlite-jdbc brings. */
    public SqliteDialect() {
        super(VERSION);
    }

    /**
     * Creates the dialect for the database that Hibernate found.
     *
     * @param info what the driver says of the database; not null
     */
    public SqliteDialect(DialectResolutionInfo info) {
        super(info);
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

    @Override
    public int getMaxVarcharLength() {
        return 1_000_000_000;
    }

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
        super.contributeTypes(contributions, registry);
        SqliteTypes.contribute(contributions);
        busyTimeoutMillis = DialectSettings.busyTimeoutMillis(registry);
    }

    // Ids --------------------------------------------------------------------------------------

    @Override
    public IdentityColumnSupport getIdentityColumnSupport() {
        return SqliteIdentity.INSTANCE;
    }

    /** Saves the statement that would ask for each new id. */
    @Override
    public boolean supportsInsertReturning() {
        return true;
    }

    // Changes of many rows of several tables ---------------------------------------------------

    @Override
    public TemporaryTableStrategy getLocalTemporaryTableStrategy() {
        return SqliteTemporaryTables.INSTANCE;
    }

    /** Hibernate would make lasting helper tables, one for each entity. */
    @Override
    public SqmMultiTableMutationStrategy getFallbackSqmMutationStrategy(
            EntityMappingType entity, RuntimeModelCreationContext context) {
        return new LocalTemporaryTableMutationStrategy(entity, context);
    }

    @Override
    public SqmMultiTableInsertStrategy getFallbackSqmInsertStrategy(
            EntityMappingType entity, RuntimeModelCreationContext context) {
        return new LocalTemporaryTableInsertStrategy(entity, context);
    }

    // Dates and times --------------------------------------------------------------------------

    @Override
    public String currentDate() {
        return SqliteTimes.CURRENT_DATE;
    }

    @Override
    public String currentTime() {
        return SqliteTimes.CURRENT_TIME;
    }

    @Override
    public String currentTimestamp() {
        return SqliteTimes.CURRENT_TIMESTAMP;
    }

    @Override
    public long getFractionalSecondPrecisionInNanos() {
        return 1_000;
    }

    @Override
    public String extractPattern(TemporalUnit unit) {
        return SqliteTimes.extract(unit);
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public String timestampaddPattern(TemporalUnit unit, TemporalType type, IntervalType interval) {
        return SqliteTimes.add(unit, type);
    }

    @Override
    @SuppressWarnings("deprecation")
    public String timestampdiffPattern(TemporalUnit unit, TemporalType from, TemporalType to) {
        return SqliteTimes.difference(unit, from, to);
    }

    @Override
    @SuppressWarnings("deprecation")
    public void appendDateTimeLiteral(
            SqlAppender appender, TemporalAccessor value, TemporalType type, TimeZone zone) {
        appender.appendSql(SqliteTimes.literal(value, type));
    }

    @Override
    @SuppressWarnings("deprecation")
    public void appendDateTimeLiteral(
            SqlAppender appender, Date value, TemporalType type, TimeZone zone) {
        appender.appendSql(SqliteTimes.literal(moment(value), type));
    }

    @Override
    @SuppressWarnings("deprecation")
    public void appendDateTimeLiteral(
            SqlAppender appender, Calendar value, TemporalType type, TimeZone zone) {
        appender.appendSql(SqliteTimes.literal(value.toInstant(), type));
    }

    private static Instant moment(Date date) {
        return date instanceof Timestamp timestamp
                ? timestamp.toInstant()
                : Instant.ofEpochMilli(date.getTime());
    }

    @Override
    public String castPattern(CastType from, CastType to) {
        String pattern = SqliteCasts.pattern(from, to);
        return pattern == null ? super.castPattern(from, to) : pattern;
    }

    @Override
    public void initializeFunctionRegistry(FunctionContributions contributions) {
        super.initializeFunctionRegistry(contributions);
        var functions = contributions.getFunctionRegistry();
        var types = contributions.getTypeConfiguration();
        functions.register("format", new FormatFunction("strftime", true, true, types));
        functions.register("trunc", new SqliteTruncation(types));
        functions.registerAlternateKey("truncate", "trunc");
    }

    // DDL --------------------------------------------------------------------------------------

    @Override
    public Exporter<Table> getTableExporter() {
        return tables;
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
        builder.setReservedWords(ReservedWords.SQLITE);
        return builder.build();
    }

    // Errors -----------------------------------------------------------------------------------

    @Override
    public SQLExceptionConversionDelegate buildSQLExceptionConversionDelegate() {
        return new SqliteErrors(() -> model, () -> busyTimeoutMillis);
    }
}
