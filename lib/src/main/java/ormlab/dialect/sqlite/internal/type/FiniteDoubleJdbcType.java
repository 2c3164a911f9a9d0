package ormlab.dialect.sqlite.internal.type;

import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.DoubleJdbcType;
import ormlab.dialect.UnstorableValue;
import ormlab.dialect.internal.type.Converted;

/** Rejects NaN, which SQLite would silently store as NULL. */
final class FiniteDoubleJdbcType extends DoubleJdbcType {
    private static final long serialVersionUID = 1L;

    private final int jdbcTypeCode;

    /** Creates the type for Hibernate, which finds it by name in a transformed hbm.xml. */
    FiniteDoubleJdbcType() {
        this(SqlTypes.DOUBLE);
    }

    FiniteDoubleJdbcType(int jdbcTypeCode) {
        this.jdbcTypeCode = jdbcTypeCode;
    }

    @Override
    public int getJdbcTypeCode() {
        return jdbcTypeCode;
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return Converted.binder(
                javaType,
                this,
                (st, index, value, options) ->
                        st.setDouble(index, number(javaType.unwrap(value, Double.class, options))));
    }

    private static double number(double value) {
        if (Double.isNaN(value)) {
            throw new UnstorableValue(
                    "NaN cannot be stored: SQLite would keep it as NULL. Store null, or leave the"
                            + " row out.");
        }
        return value;
    }
}
