package ormlab.dialect.sqlite.internal.type;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import org.hibernate.mapping.BasicValue;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.AdjustableJdbcType;
import org.hibernate.type.descriptor.jdbc.DecimalJdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import ormlab.dialect.UnstorableValue;
import ormlab.dialect.internal.type.Converted;

/**
 * Stores decimals exactly in SQLite, whose only numbers are 64-bit integers and doubles.
 *
 * <p>A double preserves every decimal of up to 15 digits; values with more digits are refused.
 */
final class ExactDecimalJdbcType extends DecimalJdbcType implements AdjustableJdbcType {
    private static final long serialVersionUID = 1L;
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int UNKNOWN = JdbcTypeIndicators.NO_COLUMN_SCALE;

    private final int jdbcTypeCode;
    private final int scale;
    private final String column;

    /** Creates the type for Hibernate, which finds it by name in a transformed hbm.xml. */
    ExactDecimalJdbcType() {
        this(SqlTypes.NUMERIC);
    }

    ExactDecimalJdbcType(int jdbcTypeCode) {
        this(jdbcTypeCode, UNKNOWN, "");
    }

    private ExactDecimalJdbcType(int jdbcTypeCode, int scale, String column) {
        this.jdbcTypeCode = jdbcTypeCode;
        this.scale = scale;
        this.column = column;
    }

    @Override
    public int getJdbcTypeCode() {
        return jdbcTypeCode;
    }

    /** Receives the scale and the name of the column that the type is used for. */
    @Override
    public JdbcType resolveIndicatedType(JdbcTypeIndicators indicators, JavaType<?> domainType) {
        int columnScale = indicators.getColumnScale();
        return columnScale == UNKNOWN && !(indicators instanceof BasicValue)
                ? this
                : new ExactDecimalJdbcType(jdbcTypeCode, columnScale, columnOf(indicators));
    }

    private static String columnOf(JdbcTypeIndicators indicators) {
        return indicators instanceof BasicValue value
                        && value.getTable() != null
                        && value.getColumn() != null
                ? value.getTable().getName() + '.' + value.getColumn().getText()
                : "";
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return Converted.binder(
                javaType,
                this,
                (st, index, value, options) -> {
                    BigDecimal exact = javaType.unwrap(value, BigDecimal.class, options);
                    if (isLong(exact)) {
                        st.setLong(index, exact.longValueExact());
                    } else {
                        st.setDouble(index, asDouble(exact));
                    }
                });
    }

    @Override
    public <T> JdbcLiteralFormatter<T> getJdbcLiteralFormatter(JavaType<T> javaType) {
        JdbcLiteralFormatter<T> standard = super.getJdbcLiteralFormatter(javaType);
        return (appender, value, dialect, options) -> {
            BigDecimal exact = javaType.unwrap(value, BigDecimal.class, options);
            if (!isLong(exact)) {
                asDouble(exact); // throws if a double would change it
            }
            standard.appendJdbcLiteral(appender, value, dialect, options);
        };
    }

    private static boolean isLong(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0 && value.precision() - value.scale() <= 18;
    }

    private double asDouble(BigDecimal value) {
        double nearest = value.doubleValue();
        boolean kept =
                Double.isFinite(nearest)
                        && value.stripTrailingZeros().precision() <= 15
                        && decimal(nearest).compareTo(value) == 0;
        if (!kept) {
            throw new UnstorableValue(
                    (column.isEmpty() ? "The decimal " : column + ": the decimal ")
                            + value
                            + " has "
                            + value.stripTrailingZeros().precision()
                            + " digits; SQLite keeps 15 exactly. Round it, or store it as text"
                            + " or in PostgreSQL.");
        }
        return nearest;
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).round(FIFTEEN_DIGITS);
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return Converted.extractor(
                javaType,
                this,
                (row, position, options) -> javaType.wrap(read(row.getObject(position)), options));
    }

    private BigDecimal read(Object stored) {
        if (stored == null) {
            return null;
        }
        BigDecimal value =
                stored instanceof Double number
                        ? decimal(number)
                        : new BigDecimal(stored.toString());
        return inScaleOfColumn(value.stripTrailingZeros());
    }

    /** Never drops a digit: a value that another program wrote with more digits keeps them. */
    private BigDecimal inScaleOfColumn(BigDecimal value) {
        int wanted = Math.max(scale == UNKNOWN ? 0 : scale, value.scale());
        return value.setScale(wanted, RoundingMode.UNNECESSARY);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactDecimalJdbcType that
                && jdbcTypeCode == that.jdbcTypeCode
                && scale == that.scale
                && column.equals(that.column);
    }

    @Override
    public int hashCode() {
        return Objects.hash(jdbcTypeCode, scale, column);
    }
}
