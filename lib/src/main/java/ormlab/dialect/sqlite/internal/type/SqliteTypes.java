package ormlab.dialect.sqlite.internal.type;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;
import ormlab.dialect.internal.type.InRowBytesJdbcType;
import ormlab.dialect.internal.type.WholeTextJdbcType;

/** The types whose values SQLite would change if they were bound as the driver likes. */
public final class SqliteTypes {
    private SqliteTypes() {}

    /** Registers the types. */
    public static void contribute(TypeContributions contributions) {
        JdbcTypeRegistry types = contributions.getTypeConfiguration().getJdbcTypeRegistry();
        timestamp(types, SqlTypes.TIMESTAMP, LocalDateTime.class);
        timestamp(types, SqlTypes.LOCAL_DATE_TIME, LocalDateTime.class);
        timestamp(types, SqlTypes.TIMESTAMP_UTC, Instant.class);
        timestamp(types, SqlTypes.INSTANT, Instant.class);
        timestamp(types, SqlTypes.TIMESTAMP_WITH_TIMEZONE, OffsetDateTime.class);
        timestamp(types, SqlTypes.OFFSET_DATE_TIME, OffsetDateTime.class);
        timestamp(types, SqlTypes.ZONED_DATE_TIME, ZonedDateTime.class);
        time(types, SqlTypes.TIME, LocalTime.class);
        time(types, SqlTypes.LOCAL_TIME, LocalTime.class);
        time(types, SqlTypes.TIME_UTC, OffsetTime.class);
        time(types, SqlTypes.TIME_WITH_TIMEZONE, OffsetTime.class);
        time(types, SqlTypes.OFFSET_TIME, OffsetTime.class);
        types.addDescriptor(SqlTypes.DATE, new TextDateJdbcType(SqlTypes.DATE));
        types.addDescriptor(SqlTypes.LOCAL_DATE, new TextDateJdbcType(SqlTypes.LOCAL_DATE));
        WholeTextJdbcType.contribute(types, true);
        types.addDescriptor(SqlTypes.BLOB, new InRowBytesJdbcType());
        for (int code : new int[] {SqlTypes.NUMERIC, SqlTypes.DECIMAL}) {
            types.addDescriptor(code, new ExactDecimalJdbcType(code));
        }
        for (int code : new int[] {SqlTypes.DOUBLE, SqlTypes.FLOAT, SqlTypes.REAL}) {
            types.addDescriptor(code, new FiniteDoubleJdbcType(code));
        }
    }

    private static void timestamp(JdbcTypeRegistry types, int code, Class<?> naturalClass) {
        types.addDescriptor(code, new TextTimestampJdbcType(code, naturalClass));
    }

    private static void time(JdbcTypeRegistry types, int code, Class<?> naturalClass) {
        types.addDescriptor(code, new TextTimeJdbcType(code, naturalClass));
    }
}
