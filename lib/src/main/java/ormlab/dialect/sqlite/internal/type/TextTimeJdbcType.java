package ormlab.dialect.sqlite.internal.type;

import java.sql.Time;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
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
        ZonedDateTime local = inZoneOfMachine(value);
        return local == null
                ? javaType.unwrap(value, LocalTime.class, options)
                : local.toLocalTime();
    }

    @Override
    <X> X fromText(String text, JavaType<X> javaType, WrapperOptions options) {
        LocalTime time = IsoText.time(text);
        Class<?> wanted = javaType.getJavaTypeClass();
        if (wanted == OffsetTime.class) {
            return javaType.wrap(time.atOffset(ZoneOffset.UTC), options);
        }
        return isLegacy(wanted)
                ? javaType.wrap(Time.valueOf(time), options)
                : javaType.wrap(time, options);
    }
}
