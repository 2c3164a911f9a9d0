package ormlab.schema;

/**
 * An expression as it is written, equal to every other way of writing the same.
 *
 * @param sql the text to write
 * @param canonical the form in which it is compared
 */
public record SqlFragment(String sql, String canonical) {
    /** Returns the same expression in the wording of another. */
    SqlFragment inWordsOf(SqlFragment written) {
        return new SqlFragment(written.sql, canonical);
    }

    /** Compares only the canonical forms. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SqlFragment text && text.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    @Override
    public String toString() {
        return sql;
    }
}
