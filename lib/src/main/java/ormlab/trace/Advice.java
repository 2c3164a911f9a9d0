package ormlab.trace;

import org.jspecify.annotations.Nullable;

/**
 * Something in a trace that could cost less, and the change that makes it so.
 *
 * @param where what it is about: an association such as {@code Role.users}, a model, a table, a
 *     column such as {@code post.title}; with {@link Detail#CALL_SITES} also the line of your code,
 *     as in {@code Role.users at UserService.java:42}
 * @param finding what happened, with the numbers; one sentence
 * @param fix the change to make, with the names of your code; one sentence
 */
public record Advice(Kind kind, String where, String finding, String fix) {
    /** What was found; the kinds that usually cost most come first. */
    public enum Kind {
        /** A fetched collection was cut to its page in Java, after all rows had been read. */
        PAGING_IN_MEMORY,
        /** Two fetched collections multiplied each other's rows. */
        ROW_MULTIPLICATION,
        /** One statement for each owner of a lazy association. */
        N_PLUS_ONE,
        /** Statements or rows that only an eager association caused. */
        EAGER_ASSOCIATION,
        /** Two sessions changed the same row, and the second did not see the first's change. */
        MISSING_VERSION,
        /** A query skipped many rows by their number. */
        FAR_OFFSET,
        /** Rows were loaded only to be counted. */
        COUNTED_IN_JAVA,
        /** Rows were loaded, and only the first of them were read. */
        CUT_IN_JAVA,
        /** Rows were loaded, and none of them was read. */
        UNREAD_ROWS,
        /** Queries in turn with changes, so that each one flushed first. */
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
        /** An UPDATE of all columns of a wide table, where few had changed. */
        UPDATE_OF_ALL_COLUMNS,
        /** An entity was loaded and then only referred to. */
        LOADED_FOR_REFERENCE
    }

    /** Returns the same advice with the line that caused a statement, if that was recorded. */
    public Advice at(@Nullable TracedStatement sent) {
        return sent == null || sent.callSite() == null
                ? this
                : new Advice(kind, where + " at " + sent.callSite(), finding, fix);
    }

    /** Returns finding and fix. */
    @Override
    public String toString() {
        return finding + " " + fix;
    }
}
