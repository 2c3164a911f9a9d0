package ormlab.dialect.postgres;

import jakarta.persistence.TemporalType;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Types;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelperBuilder;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.exception.spi.SQLExceptionConversionDelegate;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Table;
import org.hibernate.query.common.TemporalUnit;
import org.hibernate.query.sqm.IntervalType;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.SqlAstTranslatorFactory;
import org.hibernate.sql.ast.spi.StandardSqlAstTranslatorFactory;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.exec.spi.JdbcOperation;
import org.hibernate.tool.schema.spi.Exporter;
import org.hibernate.type.SqlTypes;
import ormlab.dialect.Engine;
import ormlab.dialect.internal.ddl.QuotedIndexes;
import ormlab.dialect.internal.ddl.ReadableForeignKeys;
import ormlab.dialect.internal.ddl.ReadableTables;
import ormlab.dialect.internal.error.ErrorSentences;
import ormlab.dialect.internal.model.ModelAwareDialect;
import ormlab.dialect.internal.model.ModelFacts;
import ormlab.dialect.internal.type.ClockJdbcType;
import ormlab.dialect.internal.type.InRowBytesJdbcType;
import ormlab.dialect.internal.type.WholeTextJdbcType;
import ormlab.error.ShortTrace;

/**
 * Hibernate's dialect with readable DDL, and with error messages that name table and column.
 *
 * @see PostgreSQLDialect the dialect that this one extends
 */
@SuppressWarnings("this-escape") // the exporters store the dialect but call it only later
public class PostgresDialect extends PostgreSQLDialect implements ModelAwareDialect {
    private final Exporter<Table> tables = new ReadableTables(this, "");
    private final Exporter<Index> indexes = new QuotedIndexes(this);
    private final Exporter<ForeignKey> foreignKeys = new ReadableForeignKeys(this);
    private volatile ModelFacts model = ModelFacts.NONE;

    /** Creates a dialect for the oldest version that Hibernate supports. */
    public PostgresDialect() {}

    /** Creates a dialect for the database that Hibernate found. */
    public PostgresDialect(DialectResolutionInfo info) {
        super(info);
    }

    @Override
    public Engine engine() {
        return Engine.of(PostgresAddress.JDBC);
    }

    @Override
    public void learn(ModelFacts facts) {
        model = facts;
    }

    /** Stores large text and bytes in the row, as on SQLite, and not as separate large objects. */
    @Override
    protected String columnType(int sqlTypeCode) {
        return switch (sqlTypeCode) {
            case SqlTypes.CLOB, SqlTypes.NCLOB -> "text";
            case SqlTypes.BLOB -> "bytea";
            // Hibernate would choose time(0), which rounds to whole seconds.
            case SqlTypes.TIME, SqlTypes.TIME_UTC -> "time";
            default -> super.columnType(sqlTypeCode);
        };
    }

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
        super.contributeTypes(contributions, registry);
        var types = contributions.getTypeConfiguration().getJdbcTypeRegistry();
        types.addDescriptor(Types.BLOB, new InRowBytesJdbcType());
        ClockJdbcType.contribute(types);
        WholeTextJdbcType.contribute(types, false);
    }

    @Override
    public SqlAstTranslatorFactory getSqlAstTranslatorFactory() {
        return new StandardSqlAstTranslatorFactory() {
            @Override
            protected <T extends JdbcOperation> SqlAstTranslator<T> buildTranslator(
                    SessionFactoryImplementor factory, Statement statement) {
                return new PostgresTranslator<>(factory, statement);
            }
        };
    }

    @Override
    public String translateExtractField(TemporalUnit unit) {
        return withoutTurkish(super.translateExtractField(unit));
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public String timestampaddPattern(TemporalUnit unit, TemporalType type, IntervalType interval) {
        return withoutTurkish(super.timestampaddPattern(unit, type, interval));
    }

    /**
     * Hibernate lowercases words in the machine's locale, and in Turkish, I becomes a dotless ı.
     */
    private static String withoutTurkish(String sql) {
        return sql.replace('\u0131', 'i');
    }

    /** Counts whole units; Hibernate's pattern finds no years at all between two timestamps. */
    @Override
    @SuppressWarnings("deprecation")
    public String timestampdiffPattern(TemporalUnit unit, TemporalType from, TemporalType to) {
        String months = "(extract(year from age(?3,?2))*12+extract(month from age(?3,?2)))";
        boolean dates = from == TemporalType.DATE && to == TemporalType.DATE;
        String days = dates ? "(?3-?2)" : "extract(day from ?3-?2)";
        if (unit == null) {
            return super.timestampdiffPattern(null, from, to);
        }
        return switch (unit) {
            case YEAR -> "extract(year from age(?3,?2))";
            case QUARTER -> "trunc(" + months + "/3)";
            case MONTH -> months;
            case WEEK -> "trunc(" + days + "/7)";
            case HOUR, MINUTE -> "trunc(" + super.timestampdiffPattern(unit, from, to) + ")";
            default -> super.timestampdiffPattern(unit, from, to);
        };
    }

    @Override
    public Exporter<Index> getIndexExporter() {
        return indexes;
    }

    @Override
    public Exporter<Table> getTableExporter() {
        return tables;
    }

    @Override
    public Exporter<ForeignKey> getForeignKeyExporter() {
        return foreignKeys;
    }

    @Override
    public IdentifierHelper buildIdentifierHelper(
            IdentifierHelperBuilder builder, DatabaseMetaData metadata) throws SQLException {
        // The first build determines how the server folds the case of names.
        super.buildIdentifierHelper(builder, metadata);
        builder.setAutoQuoteKeywords(true);
        builder.setReservedWords(PostgresEngine.PROFILE.reservedWords());
        return builder.build();
    }

    @Override
    public SQLExceptionConversionDelegate buildSQLExceptionConversionDelegate() {
        SQLExceptionConversionDelegate errors =
                new PostgresErrors(() -> model, super.buildSQLExceptionConversionDelegate());
        return (refused, message, sql) ->
                ShortTrace.of(errors.convert(refused, message, ErrorSentences.cut(sql)));
    }
}
