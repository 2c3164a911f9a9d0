package ormlab.dialect.sqlite.internal.type;

import jakarta.persistence.TemporalType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;

/** Stores a date as {@code 2026-11-21}. */
final class TextDateJdbcType extends TextTemporalJdbcType {
    private static final long serialVersionUID = 1L;

    /** Creates the type for Hibernate, which finds it by name in a transformed hbm.xml. */
    TextDateJdbcType() {
        this(new TextForm(SqlTypes.DATE, LocalDate.class));
    }

    TextDateJdbcType(TextForm form) {
        super(form, SqlTypes.DATE);
    }

    @Override
    boolean isMoment(Class<?> type) {
        return false;
    }

    @Override
    @SuppressWarnings("deprecation")
    TemporalType precision() {
        return TemporalType.DATE;
    }

    @Override
    <X> String toText(X value, JavaType<X> javaType, WrapperOptions options) {
        return IsoText.of(date(value, javaType, options));
    }

    private static <X> LocalDate date(X value, JavaType<X> javaType, WrapperOptions options) {
        if (value instanceof LocalDate date) {
            return date;
        }
        // The legacy classes represent a date in the machine's zone.
        if (value instanceof Date date) {
            return inZoneOfMachine(date.getTime());
        }
        if (value instanceof Calendar calendar) {
            return inZoneOfMachine(calendar.getTimeInMillis());
        }
        return javaType.unwrap(value, LocalDate.class, options);
    }

    private static LocalDate inZoneOfMachine(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).atZone(ZoneId.systemDefault()).toLocalDate();
    }

    @Override
    <X> X fromText(String text, JavaType<X> javaType, WrapperOptions options) {
        LocalDate date = IsoText.date(text);
        Class<?> wanted = javaType.getJavaTypeClass();
        return Date.class.isAssignableFrom(wanted) || Calendar.class.isAssignableFrom(wanted)
                ? javaType.wrap(java.sql.Date.valueOf(date), options)
                : javaType.wrap(date, options);
    }
}
