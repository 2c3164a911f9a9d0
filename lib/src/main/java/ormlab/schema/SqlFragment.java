package ormlab.schema;

/**
 * Is an expression as it is written, equal to every other way of writing the same.
 *
 * @param sql the text to write; not null
 * @param canonical the form in which it is compared; not null
 */
public record SqlFragment(String sql, String canonical) {
    /** Compares the canonical forms alone. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SqlFragment text && text.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** Gives the text. */
    @Override
    public String toString() {
        return sql;
    }
}
