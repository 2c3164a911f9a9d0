package ormlab.dialect;

import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.TimestampUtcAsOffsetDateTimeJdbcType;

/** Binds a ZonedDateTime in UTC; PostgreSQL's driver does not know the class. */
final class PostgresZonedJdbcType extends TimestampUtcAsOffsetDateTimeJdbcType {
    private static final long serialVersionUID = 1L;

    @Override
    public int getDefaultSqlTypeCode() {
        return SqlTypes.ZONED_DATE_TIME;
    }

    @Override
    public int getDdlTypeCode() {
        return SqlTypes.TIMESTAMP_WITH_TIMEZONE;
    }
}
