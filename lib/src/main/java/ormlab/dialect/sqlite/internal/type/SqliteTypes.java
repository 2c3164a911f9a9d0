package ormlab.dialect.sqlite.internal.type;

import java.time.Instant;
import java.time.LocalDate;
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

/** The types whose values SQLite would change if the driver bound them in its own way. */
public final class SqliteTypes {
    private final JdbcTypeRegistry types;
    private final boolean readsEpochMillis;

    private SqliteTypes(JdbcTypeRegistry types, boolean readsEpochMillis) {
        this.types = types;
        this.readsEpochMillis = readsEpochMillis;
    }

    /**
     * Registers the types.
     *
     * @param readsEpochMillis whether a whole number is read as a date or time
     */
    public static void contribute(TypeContributions contributions, boolean readsEpochMillis) {
        JdbcTypeRegistry types = contributions.getTypeConfiguration().getJdbcTypeRegistry();
        new SqliteTypes(types, readsEpochMillis).addTimes();
        WholeTextJdbcType.contribute(types, true);
        types.addDescriptor(SqlTypes.BLOB, new InRowBytesJdbcType());
        for (int code : new int[] {SqlTypes.NUMERIC, SqlTypes.DECIMAL}) {
            types.addDescriptor(code, new ExactDecimalJdbcType(code));
        }
        for (int code : new int[] {SqlTypes.DOUBLE, SqlTypes.FLOAT, SqlTypes.REAL}) {
            types.addDescriptor(code, new FiniteDoubleJdbcType(code));
        }
    }

    private void addTimes() {
        timestamp(SqlTypes.TIMESTAMP, LocalDateTime.class);
        timestamp(SqlTypes.LOCAL_DATE_TIME, LocalDateTime.class);
        timestamp(SqlTypes.TIMESTAMP_UTC, Instant.class);
        timestamp(SqlTypes.INSTANT, Instant.class);
        timestamp(SqlTypes.TIMESTAMP_WITH_TIMEZONE, OffsetDateTime.class);
        timestamp(SqlTypes.OFFSET_DATE_TIME, OffsetDateTime.class);
        timestamp(SqlTypes.ZONED_DATE_TIME, ZonedDateTime.class);
        time(SqlTypes.TIME, LocalTime.class);
        time(SqlTypes.LOCAL_TIME, LocalTime.class);
        time(SqlTypes.TIME_UTC, OffsetTime.class);
        time(SqlTypes.TIME_WITH_TIMEZONE, OffsetTime.class);
        time(SqlTypes.OFFSET_TIME, OffsetTime.class);
        date(SqlTypes.DATE);
        date(SqlTypes.LOCAL_DATE);
    }

    private void timestamp(int code, Class<?> naturalClass) {
        types.addDescriptor(code, new TextTimestampJdbcType(form(code, naturalClass)));
    }

    private void time(int code, Class<?> naturalClass) {
        types.addDescriptor(code, new TextTimeJdbcType(form(code, naturalClass)));
    }

    private void date(int code) {
        types.addDescriptor(code, new TextDateJdbcType(form(code, LocalDate.class)));
    }

    private TextForm form(int code, Class<?> naturalClass) {
        return new TextForm(code, naturalClass, readsEpochMillis);
    }
}
