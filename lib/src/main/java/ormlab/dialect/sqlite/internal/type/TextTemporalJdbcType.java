package ormlab.dialect.sqlite.internal.type;

import jakarta.persistence.TemporalType;
import java.sql.CallableStatement;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.internal.JdbcLiteralFormatterTemporal;
import org.hibernate.type.spi.TypeConfiguration;

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
    abstract TemporalType precision();

    /** Returns whether a class represents a moment, so that its text is in UTC. */
    abstract boolean isMoment(Class<?> type);

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
            case SqlTypes.DATE -> Date.class;
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
        return new BasicBinder<>(javaType, this) {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doBind(PreparedStatement st, X value, int index, WrapperOptions options)
                    throws SQLException {
                st.setString(index, toText(value, javaType, options));
            }

            @Override
            protected void doBind(
                    CallableStatement st, X value, String name, WrapperOptions options)
                    throws SQLException {
                st.setString(name, toText(value, javaType, options));
            }
        };
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return new BasicExtractor<>(javaType, this) {
            private static final long serialVersionUID = 1L;

            @Override
            protected X doExtract(ResultSet rs, int position, WrapperOptions options)
                    throws SQLException {
                return read(rs.getString(position), javaType, options);
            }

            @Override
            protected X doExtract(CallableStatement st, int position, WrapperOptions options)
                    throws SQLException {
                return read(st.getString(position), javaType, options);
            }

            @Override
            protected X doExtract(CallableStatement st, String name, WrapperOptions options)
                    throws SQLException {
                return read(st.getString(name), javaType, options);
            }
        };
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
