package ormlab.dialect.sqlite.internal.type;

import jakarta.persistence.TemporalType;
import java.sql.Time;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;

/** Stores a time of day as {@code 13:05:07.123456}; one with an offset is written in UTC. */
final class TextTimeJdbcType extends TextTemporalJdbcType {
    private static final long serialVersionUID = 1L;

    /** Creates the type for Hibernate, which finds it by name in a transformed hbm.xml. */
    TextTimeJdbcType() {
        this(new TextForm(SqlTypes.TIME, LocalTime.class));
    }

    TextTimeJdbcType(TextForm form) {
        super(form, SqlTypes.TIME);
    }

    @Override
    boolean isMoment(Class<?> type) {
        return type == OffsetTime.class;
    }

    @Override
    @SuppressWarnings("deprecation")
    TemporalType precision() {
        return TemporalType.TIME;
    }

    @Override
    <X> String toText(X value, JavaType<X> javaType, WrapperOptions options) {
        return IsoText.of(time(value, javaType, options));
    }

    private static <X> LocalTime time(X value, JavaType<X> javaType, WrapperOptions options) {
        if (value instanceof LocalTime time) {
            return time;
        }
        if (value instanceof OffsetTime time) {
            return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime();
        }
        // The legacy classes represent a time in the machine's zone.
        if (value instanceof Date date) {
            return inZoneOfMachine(date.getTime());
        }
        if (value instanceof Calendar calendar) {
            return inZoneOfMachine(calendar.getTimeInMillis());
        }
        return javaType.unwrap(value, LocalTime.class, options);
    }

    private static LocalTime inZoneOfMachine(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).atZone(ZoneId.systemDefault()).toLocalTime();
    }

    @Override
    <X> X fromText(String text, JavaType<X> javaType, WrapperOptions options) {
        LocalTime time = IsoText.time(text);
        Class<?> wanted = javaType.getJavaTypeClass();
        if (wanted == OffsetTime.class) {
            return javaType.wrap(time.atOffset(ZoneOffset.UTC), options);
        }
        return Date.class.isAssignableFrom(wanted) || Calendar.class.isAssignableFrom(wanted)
                ? javaType.wrap(Time.valueOf(time), options)
                : javaType.wrap(time, options);
    }
}
