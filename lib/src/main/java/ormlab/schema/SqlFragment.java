package ormlab.schema;

/**
 * A SQL expression, equal to every other spelling of the same expression.
 *
 * @param sql the text to write
 * @param canonical the form that is compared
 */
public record SqlFragment(String sql, String canonical) {
    /** Returns the same expression, worded like another. */
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
