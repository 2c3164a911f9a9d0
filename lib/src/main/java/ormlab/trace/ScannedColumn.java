package ormlab.trace;

import org.jspecify.annotations.Nullable;

/**
 * A column that a statement compared with values, in a table that is read from start to end.
 *
 * @param table its name, without quotes
 * @param column its name, without quotes
 * @param pattern what LIKE compared the column with, if that begins with a wildcard; else null
 * @param rows how many rows the table has
 * @param found how many of them meet the conditions on this column
 * @param indexed whether an index begins with the column
 */
public record ScannedColumn(
        String table,
        String column,
        @Nullable String pattern,
        long rows,
        long found,
        boolean indexed) {
    /** The number of rows from which on a scan takes notable time. */
    public static final int MANY = 1000;
}
