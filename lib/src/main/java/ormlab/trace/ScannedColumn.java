package ormlab.trace;

import org.jspecify.annotations.Nullable;

/**
 * A column that a statement compared with values, in a table that is read from start to end.
 *
 * @param table its name, without quotes
 * @param column its name, without quotes
 * @param pattern the pattern of LIKE if it begins with a wildcard; otherwise null
 * @param rows how many rows the table has
 * @param found how many of them meet the conditions on this column
 * @param indexed whether the column is the first of an index
 */
public record ScannedColumn(
        String table,
        String column,
        @Nullable String pattern,
        long rows,
        long found,
        boolean indexed) {
    /** The number of rows that makes a scan noticeably slow. */
    public static final int MANY = 1000;
}
