package ormlab.dialect.sqlite.internal.type;

import java.time.LocalDate;
import java.time.ZonedDateTime;
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
    <X> String toText(X value, JavaType<X> javaType, WrapperOptions options) {
        return IsoText.of(date(value, javaType, options));
    }

    private static <X> LocalDate date(X value, JavaType<X> javaType, WrapperOptions options) {
        if (value instanceof LocalDate date) {
            return date;
        }
        ZonedDateTime local = inZoneOfMachine(value);
        return local == null
                ? javaType.unwrap(value, LocalDate.class, options)
                : local.toLocalDate();
    }

    @Override
    <X> X fromText(String text, JavaType<X> javaType, WrapperOptions options) {
        LocalDate date = IsoText.date(text);
        Class<?> wanted = javaType.getJavaTypeClass();
        return isLegacy(wanted)
                ? javaType.wrap(java.sql.Date.valueOf(date), options)
                : javaType.wrap(date, options);
    }
}
