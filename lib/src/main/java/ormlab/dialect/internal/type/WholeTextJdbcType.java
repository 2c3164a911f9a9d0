package ormlab.dialect.internal.type;

import java.sql.Types;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;
import ormlab.dialect.UnstorableValue;

/**
 * Refuses text that the database would change: half a surrogate pair becomes a question mark in
 * UTF-8, PostgreSQL cannot store NUL, and SQLite's functions treat NUL as the end of a text.
 */
public final class WholeTextJdbcType extends VarcharJdbcType {
    private static final long serialVersionUID = 1L;

    private final int typeCode;
    private final boolean storesNul;

    /** Creates the type for Hibernate, which finds it by name in a transformed hbm.xml. */
    public WholeTextJdbcType() {
        this(Types.VARCHAR, false);
    }

    private WholeTextJdbcType(int typeCode, boolean storesNul) {
        this.typeCode = typeCode;
        this.storesNul = storesNul;
    }

    /**
     * Registers the types.
     *
     * @param storesNul whether the database accepts a NUL. Even then it is stored only if it is the
     *     whole value, as in a char field that was never set
     */
    public static void contribute(JdbcTypeRegistry types, boolean storesNul) {
        for (int code : new int[] {Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB}) {
            types.addDescriptor(code, new WholeTextJdbcType(code, storesNul));
        }
    }

    /** PostgreSQL's driver would bind the null of a CLOB as one of its large objects. */
    @Override
    public int getJdbcTypeCode() {
        return typeCode == Types.CLOB ? Types.VARCHAR : typeCode;
    }

    @Override
    public int getDdlTypeCode() {
        return typeCode;
    }

    @Override
    protected int resolveIndicatedJdbcTypeCode(JdbcTypeIndicators indicators) {
        if (indicators.isLob()) {
            return Types.CLOB;
        }
        return shouldUseMaterializedLob(indicators) ? SqlTypes.MATERIALIZED_CLOB : typeCode;
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return Converted.binder(
                javaType,
                this,
                (st, index, value, options) ->
                        st.setString(index, whole(javaType.unwrap(value, String.class, options))));
    }

    private String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 0 && c < Character.MIN_SURROGATE) {
                continue; // true for nearly all characters
            }
            if (c == 0 && !(storesNul && text.length() == 1)) {
                throw new UnstorableValue(
                        ("The text %s contains the character NUL (\\0), which cannot be stored in a"
                                        + " text. Leave it out, or store bytes.")
                                .formatted(excerpt(text, i)));
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new UnstorableValue(
                            ("The text %s holds half of a character (a lone surrogate), which cannot"
                                            + " be stored. Was it cut in the middle of an emoji?")
                                    .formatted(excerpt(text, i)));
                }
                i++;
            }
        }
        return text;
    }

    /** Returns a few characters before the bad one, which cannot be shown itself. */
    private static String excerpt(String text, int end) {
        int start = Math.max(0, end - 20);
        return (start > 0 ? "'…" : "'") + text.substring(start, end) + "…'";
    }
}
