package ormlab.dialect;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Types;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelperBuilder;
import org.hibernate.exception.spi.SQLExceptionConversionDelegate;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.tool.schema.spi.Exporter;
import org.hibernate.type.SqlTypes;

/**
 * Gives PostgreSQL the readable DDL and the words of errors that {@link SqliteDialect} has.
 *
 * @see PostgreSQLDialect the dialect that this one extends
 */
public class PostgresDialect extends PostgreSQLDialect implements KnowsModel {
    private final Exporter<Table> tables = new ReadableTables(this);
    private final Exporter<ForeignKey> foreignKeys = new ReadableForeignKeys(this);
    private volatile ModelFacts model = ModelFacts.NONE;

    /** Creates the dialect for the oldest version that Hibernate supports. */
    public PostgresDialect() {}

    /**
     * Creates the dialect for the database that Hibernate found.
     *
     * @param info what the driver says of the database; not null
     */
    public PostgresDialect(DialectResolutionInfo info) {
        super(info);
    }

    @Override
    public void learn(ModelFacts facts) {
        model = facts;
    }

    /** Keeps large texts and bytes in the row, as on SQLite, and not as large objects beside it. */
    @Override
    protected String columnType(int sqlTypeCode) {
        return switch (sqlTypeCode) {
            case SqlTypes.CLOB, SqlTypes.NCLOB -> "text";
            case SqlTypes.BLOB -> "bytea";
            // Hibernate would ask for time(0), which rounds the fraction away.
            case SqlTypes.TIME, SqlTypes.TIME_UTC -> "time";
            default -> super.columnType(sqlTypeCode);
        };
    }

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
        super.contributeTypes(contributions, registry);
        var types = contributions.getTypeConfiguration().getJdbcTypeRegistry();
        types.addDescriptor(Types.BLOB, new InRowBytesJdbcType());
        types.addDescriptor(SqlTypes.ZONED_DATE_TIME, new PostgresZonedJdbcType());
        WholeTextJdbcType.contribute(types, true);
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
        // The first build settles how the server folds the case of names.
        super.buildIdentifierHelper(builder, metadata);
        builder.setAutoQuoteKeywords(true);
        builder.setReservedWords(ReservedWords.POSTGRES);
        return builder.build();
    }

    @Override
    public SQLExceptionConversionDelegate buildSQLExceptionConversionDelegate() {
        return new PostgresErrors(() -> model, super.buildSQLExceptionConversionDelegate());
    }
}
