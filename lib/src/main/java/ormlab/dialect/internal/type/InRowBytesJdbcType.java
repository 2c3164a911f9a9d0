package ormlab.dialect.internal.type;

import java.sql.Types;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.hibernate.type.descriptor.jdbc.VarbinaryJdbcType;

/** Stores the bytes of a {@code @Lob} in the row, because SQLite's driver has no other way. */
public final class InRowBytesJdbcType extends VarbinaryJdbcType {
    private static final long serialVersionUID = 1L;

    /** Creates the type. */
    public InRowBytesJdbcType() {}

    @Override
    public int getDdlTypeCode() {
        return Types.BLOB;
    }

    @Override
    public JdbcType resolveIndicatedType(JdbcTypeIndicators indicators, JavaType<?> domainType) {
        return this;
    }
}
