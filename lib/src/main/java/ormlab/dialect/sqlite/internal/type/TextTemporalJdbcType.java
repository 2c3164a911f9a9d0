package ormlab.dialect.sqlite.internal.type;

import jakarta.persistence.TemporalType;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.regex.Pattern;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.internal.JdbcLiteralFormatterTemporal;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.internal.type.Converted;

/** Binds and reads a kind of date or time as text; the subclasses say which text. */
abstract class TextTemporalJdbcType implements JdbcType {
    private static final long serialVersionUID = 1L;
    private static final Pattern EPOCH_MILLIS = Pattern.compile("-?\\d{1,15}");

    private final TextForm form;
    private final int ddlTypeCode;

    TextTemporalJdbcType(TextForm form, int ddlTypeCode) {
        this.form = form;
        this.ddlTypeCode = ddlTypeCode;
    }

    /** Writes the value, which may be of a class other than this JDBC type's own. */
    abstract <X> String toText(X value, JavaType<X> javaType, WrapperOptions options);

    /** Reads the text as the Java type. */
    abstract <X> X fromText(String text, JavaType<X> javaType, WrapperOptions options);

    @SuppressWarnings("deprecation")
    private TemporalType precision() {
        return switch (ddlTypeCode) {
            case SqlTypes.DATE -> TemporalType.DATE;
            case SqlTypes.TIME -> TemporalType.TIME;
            default -> TemporalType.TIMESTAMP;
        };
    }

    /** Returns whether a class represents a moment, so that its text is in UTC. */
    abstract boolean isMoment(Class<?> type);

    /** The legacy classes represent a date or time in the machine's zone. */
    static @Nullable ZonedDateTime inZoneOfMachine(Object value) {
        Instant moment =
                value instanceof Calendar calendar
                        ? calendar.toInstant()
                        : value instanceof Date date ? Instant.ofEpochMilli(date.getTime()) : null;
        return moment == null ? null : moment.atZone(ZoneId.systemDefault());
    }

    static boolean isLegacy(Class<?> type) {
        return Date.class.isAssignableFrom(type) || Calendar.class.isAssignableFrom(type);
    }

    @Override
    public int getJdbcTypeCode() {
        return form.jdbcTypeCode();
    }

    @Override
    public int getDefaultSqlTypeCode() {
        return form.jdbcTypeCode();
    }

    @Override
    public int getDdlTypeCode() {
        return ddlTypeCode;
    }

    @Override
    public JavaType<?> getRecommendedJavaType(
            Integer length, Integer scale, TypeConfiguration typeConfiguration) {
        boolean old = typeConfiguration.getCurrentBaseSqlTypeIndicators().preferJdbcDatetimeTypes();
        return typeConfiguration
                .getJavaTypeRegistry()
                .resolveDescriptor(old ? jdbcClass() : form.naturalClass());
    }

    /** Returns the class of {@code java.sql} for the type, if there is one. */
    private Class<?> jdbcClass() {
        return switch (form.jdbcTypeCode()) {
            case SqlTypes.TIMESTAMP -> Timestamp.class;
            case SqlTypes.DATE -> java.sql.Date.class;
            case SqlTypes.TIME -> Time.class;
            default -> form.naturalClass();
        };
    }

    @Override
    public <T> JdbcLiteralFormatter<T> getJdbcLiteralFormatter(JavaType<T> javaType) {
        return new JdbcLiteralFormatterTemporal<>(javaType, precision());
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return Converted.binder(
                javaType,
                this,
                (st, index, value, options) ->
                        st.setString(index, toText(value, javaType, options)));
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return Converted.extractor(
                javaType,
                this,
                (row, position, options) -> read(row.getString(position), javaType, options));
    }

    private <X> X read(String text, JavaType<X> javaType, WrapperOptions options) {
        if (text == null) {
            return null;
        }
        boolean number = form.readsEpochMillis() && EPOCH_MILLIS.matcher(text).matches();
        return fromText(number ? iso(text, javaType) : text, javaType, options);
    }

    /** The driver and Hibernate interpret a date and time without a zone in the machine's zone. */
    private String iso(String millis, JavaType<?> javaType) {
        boolean moment = isMoment(javaType.getJavaTypeClass());
        ZoneId zone = moment ? ZoneOffset.UTC : ZoneId.systemDefault();
        return IsoText.of(
                Instant.ofEpochMilli(Long.parseLong(millis)).atZone(zone).toLocalDateTime());
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + form;
    }
}
