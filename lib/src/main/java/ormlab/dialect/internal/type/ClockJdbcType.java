package ormlab.dialect.internal.type;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.TimeZone;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.DateJdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.LocalDateJdbcType;
import org.hibernate.type.descriptor.jdbc.LocalDateTimeJdbcType;
import org.hibernate.type.descriptor.jdbc.LocalTimeJdbcType;
import org.hibernate.type.descriptor.jdbc.TimeJdbcType;
import org.hibernate.type.descriptor.jdbc.TimestampJdbcType;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Passes LocalDateTime, LocalDate and LocalTime to the driver as they are.
 *
 * <p>Hibernate would convert them to {@code java.sql.Timestamp}, which cannot represent 2:30 on the
 * night when the clocks go forward, nor the microseconds of a time of day. Its own setting for
 * this, {@code hibernate.type.java_time_use_direct_jdbc}, breaks arithmetic with times in HQL.
 */
public final class ClockJdbcType implements JdbcType {
    private static final long serialVersionUID = 1L;

    private final JdbcType usual;
    private final JdbcType direct;

    private ClockJdbcType(JdbcType usual, JdbcType direct) {
        this.usual = usual;
        this.direct = direct;
    }

    /** Registers the types. */
    public static void contribute(JdbcTypeRegistry types) {
        types.addDescriptor(
                new ClockJdbcType(TimestampJdbcType.INSTANCE, LocalDateTimeJdbcType.INSTANCE));
        types.addDescriptor(new ClockJdbcType(DateJdbcType.INSTANCE, LocalDateJdbcType.INSTANCE));
        types.addDescriptor(new ClockJdbcType(TimeJdbcType.INSTANCE, LocalTimeJdbcType.INSTANCE));
    }

    private JdbcType fitting(JavaType<?> javaType) {
        return javaType.getJavaTypeClass() == direct.getPreferredJavaTypeClass(null)
                ? direct
                : usual;
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        if (Calendar.class.isAssignableFrom(javaType.getJavaTypeClass())) {
            return momentBinder(javaType);
        }
        return fitting(javaType).getBinder(javaType);
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return fitting(javaType).getExtractor(javaType);
    }

    /**
     * Hibernate would write a Calendar in its own zone but read it in the zone of all other times.
     */
    private <X> ValueBinder<X> momentBinder(JavaType<X> javaType) {
        return Converted.binder(
                javaType,
                usual,
                (st, index, value, options) -> {
                    Calendar calendar = javaType.unwrap(value, Calendar.class, options);
                    ZonedDateTime local = calendar.toInstant().atZone(ZoneId.systemDefault());
                    switch (usual.getJdbcTypeCode()) {
                        case Types.DATE -> st.setObject(index, local.toLocalDate());
                        case Types.TIME -> st.setObject(index, local.toLocalTime());
                        default ->
                                st.setTimestamp(
                                        index, Timestamp.from(local.toInstant()), zone(options));
                    }
                });
    }

    private static Calendar zone(WrapperOptions options) {
        TimeZone zone = options.getJdbcTimeZone();
        return Calendar.getInstance(zone == null ? TimeZone.getDefault() : zone);
    }

    @Override
    public int getJdbcTypeCode() {
        return usual.getJdbcTypeCode();
    }

    @Override
    public String getFriendlyName() {
        return usual.getFriendlyName();
    }

    @Override
    public JavaType<?> getRecommendedJavaType(
            Integer precision, Integer scale, TypeConfiguration types) {
        return usual.getRecommendedJavaType(precision, scale, types);
    }

    @Override
    public Class<?> getPreferredJavaTypeClass(WrapperOptions options) {
        return usual.getPreferredJavaTypeClass(options);
    }

    @Override
    public <T> JdbcLiteralFormatter<T> getJdbcLiteralFormatter(JavaType<T> javaType) {
        return usual.getJdbcLiteralFormatter(javaType);
    }
}
