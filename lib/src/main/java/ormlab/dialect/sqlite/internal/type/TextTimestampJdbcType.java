package ormlab.dialect.sqlite.internal.type;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;

/** Stores a date and time as {@code 2026-11-21 13:05:07.123456}; a moment is written in UTC. */
final class TextTimestampJdbcType extends TextTemporalJdbcType {
    private static final long serialVersionUID = 1L;

    /** Creates the type for Hibernate, which finds it by name in a transformed hbm.xml. */
    TextTimestampJdbcType() {
        this(new TextForm(SqlTypes.TIMESTAMP, LocalDateTime.class));
    }

    TextTimestampJdbcType(TextForm form) {
        super(form, SqlTypes.TIMESTAMP);
    }

    @Override
    boolean isMoment(Class<?> type) {
        return type != LocalDateTime.class;
    }

    @Override
    <X> String toText(X value, JavaType<X> javaType, WrapperOptions options) {
        return IsoText.of(dateTime(value, javaType, options));
    }

    private static <X> LocalDateTime dateTime(X value, JavaType<X> type, WrapperOptions options) {
        if (value instanceof LocalDateTime clock) {
            return clock;
        }
        Instant moment = moment(value);
        return moment == null
                ? type.unwrap(value, LocalDateTime.class, options)
                : LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Instant moment(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        if (value instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        }
        return value instanceof Calendar calendar ? calendar.toInstant() : null;
    }

    @Override
    <X> X fromText(String text, JavaType<X> javaType, WrapperOptions options) {
        LocalDateTime clock = IsoText.dateTime(text);
        Class<?> wanted = javaType.getJavaTypeClass();
        if (wanted == Instant.class) {
            return javaType.wrap(clock.toInstant(ZoneOffset.UTC), options);
        }
        if (wanted == OffsetDateTime.class) {
            return javaType.wrap(clock.atOffset(ZoneOffset.UTC), options);
        }
        if (wanted == ZonedDateTime.class) {
            return javaType.wrap(clock.atZone(ZoneOffset.UTC), options);
        }
        if (isLegacy(wanted)) {
            return javaType.wrap(Timestamp.from(clock.toInstant(ZoneOffset.UTC)), options);
        }
        return javaType.wrap(clock, options);
    }
}
