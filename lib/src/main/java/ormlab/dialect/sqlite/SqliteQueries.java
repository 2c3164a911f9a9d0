package ormlab.dialect.sqlite;

import jakarta.persistence.TemporalType;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.TimeZone;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.temptable.TemporaryTableStrategy;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.query.common.TemporalUnit;
import org.hibernate.query.sqm.CastType;
import org.hibernate.query.sqm.IntervalType;
import org.hibernate.query.sqm.mutation.internal.temptable.LocalTemporaryTableInsertStrategy;
import org.hibernate.query.sqm.mutation.internal.temptable.LocalTemporaryTableMutationStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableInsertStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategy;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.SqlAstTranslatorFactory;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.spi.StandardSqlAstTranslatorFactory;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.exec.spi.JdbcOperation;

/** Writes HQL's queries in SQLite's SQL. */
abstract class SqliteQueries extends SQLiteDialect {
    SqliteQueries(DatabaseVersion version) {
        super(version);
    }

    SqliteQueries(DialectResolutionInfo info) {
        super(info);
    }

    @Override
    public boolean supportsDistinctFromPredicate() {
        return true;
    }

    /** Makes a limit count owners instead of rows of the collections fetched with them. */
    @Override
    public boolean supportsOffsetInSubquery() {
        return true;
    }

    @Override
    public boolean supportsRecursiveCTE() {
        return true;
    }

    /** The parts of a {@code union} cannot be in parentheses. */
    @Override
    public boolean supportsSimpleQueryGrouping() {
        return false;
    }

    @Override
    public SqlAstTranslatorFactory getSqlAstTranslatorFactory() {
        return new StandardSqlAstTranslatorFactory() {
            @Override
            protected <T extends JdbcOperation> SqlAstTranslator<T> buildTranslator(
                    SessionFactoryImplementor factory, Statement statement) {
                return new SqliteTranslator<>(factory, statement);
            }
        };
    }

    // Bulk changes to several tables -----------------------------------------------------------

    @Override
    public TemporaryTableStrategy getLocalTemporaryTableStrategy() {
        return SqliteTemporaryTables.INSTANCE;
    }

    /** Hibernate would create permanent helper tables, one for each entity. */
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

    /** As milliseconds, because the driver would read text as a time in the machine's zone. */
    @Override
    public String getCurrentTimestampSelectString() {
        return "select cast(round(unixepoch('now','subsec')*1000) as integer)";
    }

    @Override
    public boolean isCurrentTimestampSelectStringCallable() {
        return false;
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
        SqliteFunctions.register(contributions);
    }
}
