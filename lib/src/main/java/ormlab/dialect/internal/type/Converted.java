package ormlab.dialect.internal.type;

import java.io.Serializable;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Binders and extractors of JDBC types that convert values themselves.
 *
 * <p>Only calls of stored procedures have named parameters, and only they return values outside of
 * a result set. SQLite has no procedures, and PostgreSQL's driver does not support the names.
 */
public final class Converted {
    private Converted() {}

    /** Sets a parameter to a value that is not null. */
    @FunctionalInterface
    public interface Setter<X> extends Serializable {
        /** Converts the value and sets it. */
        void set(PreparedStatement statement, int index, X value, WrapperOptions options)
                throws SQLException;
    }

    /** Reads a column of the current row. */
    @FunctionalInterface
    public interface Getter<X> extends Serializable {
        /** Reads the column, and returns null for SQL's null. */
        @Nullable X get(ResultSet row, int position, WrapperOptions options) throws SQLException;
    }

    /** Returns a binder that converts values in this way. */
    public static <X> ValueBinder<X> binder(
            JavaType<X> javaType, JdbcType jdbcType, Setter<X> setter) {
        return new BasicBinder<>(javaType, jdbcType) {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doBind(PreparedStatement st, X value, int index, WrapperOptions options)
                    throws SQLException {
                setter.set(st, index, value, options);
            }

            @Override
            protected void doBind(
                    CallableStatement st, X value, String name, WrapperOptions options) {
                throw new UnsupportedOperationException("Parameters with names are not supported.");
            }
        };
    }

    /** Returns an extractor that converts values in this way. */
    public static <X> ValueExtractor<X> extractor(
            JavaType<X> javaType, JdbcType jdbcType, Getter<X> getter) {
        return new BasicExtractor<>(javaType, jdbcType) {
            private static final long serialVersionUID = 1L;

            @Override
            protected @Nullable X doExtract(ResultSet rs, int position, WrapperOptions options)
                    throws SQLException {
                return getter.get(rs, position, options);
            }

            @Override
            protected X doExtract(CallableStatement st, int position, WrapperOptions options) {
                throw noProcedures();
            }

            @Override
            protected X doExtract(CallableStatement st, String name, WrapperOptions options) {
                throw noProcedures();
            }
        };
    }

    private static UnsupportedOperationException noProcedures() {
        return new UnsupportedOperationException("Results of procedures are not supported.");
    }
}
