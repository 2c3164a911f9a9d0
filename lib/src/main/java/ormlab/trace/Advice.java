package ormlab.trace;

import org.jspecify.annotations.Nullable;

/**
 * Something expensive in a trace, and a change that makes it cheaper.
 *
 * @param where what it is about: an association such as {@code Role.users}, a model, a table, a
 *     column such as {@code post.title}; with {@link Detail#CALL_SITES} followed by the line of
 *     your code, as in {@code Role.users at UserService.java:42}
 * @param finding what happened, with the numbers; one sentence
 * @param fix the change to make, with the names of your code; one sentence
 */
public record Advice(Kind kind, String where, String finding, String fix) {
    /** What was found; the kinds that usually cost most come first. */
    public enum Kind {
        /** A fetched collection was cut to its page in Java, after all rows had been read. */
        PAGING_IN_MEMORY,
        /** Two fetched collections multiplied the number of rows. */
        ROW_MULTIPLICATION,
        /** A lazy association was loaded with one statement for each owner. */
        N_PLUS_ONE,
        /** Only an eager association caused some statements or rows. */
        EAGER_ASSOCIATION,
        /** Two sessions changed the same row, and the second one missed the first one's change. */
        MISSING_VERSION,
        /** A query skipped many rows by their number. */
        FAR_OFFSET,
        /** Rows were loaded only to be counted. */
        COUNTED_IN_JAVA,
        /** Rows were loaded, and only the first of them were read. */
        CUT_IN_JAVA,
        /** Rows were loaded, and none of them was read. */
        UNREAD_ROWS,
        /** Queries and changes alternated, so each query flushed first. */
        FLUSH_BEFORE_EACH_QUERY,
        /** A transaction with changes waited for something other than the database. */
        SLOW_TRANSACTION,
        /** A large table was read from start to end, where an index would have found the rows. */
        MISSING_INDEX,
        /**
         * A large table was read from start to end, because LIKE's pattern began with a wildcard.
         */
        LEADING_WILDCARD,
        /** A query was sent again, with the same binds and nothing changed in between. */
        SAME_QUERY_TWICE,
        /** An UPDATE set all columns of a wide table, although few had changed. */
        UPDATE_OF_ALL_COLUMNS,
        /** An entity was loaded but only referred to. */
        LOADED_FOR_REFERENCE
    }

    /** Returns the same advice with the line that caused a statement, if that was recorded. */
    public Advice at(@Nullable TracedStatement sent) {
        return sent == null || sent.callSite() == null
                ? this
                : new Advice(kind, where + " at " + sent.callSite(), finding, fix);
    }

    /** Returns the finding and the fix. */
    @Override
    public String toString() {
        return finding + " " + fix;
    }
}
