package ormlab.trace;

/** What a trace records only when you ask for it, because it costs time with each statement. */
public enum Detail {
    /** The line of your code that caused each statement; see {@link TracedStatement#callSite()}. */
    CALL_SITES,
    /** The database's plan for each statement; see {@link TracedStatement#plan()}. */
    PLANS,
    /**
     * The plans with actual row counts, which the database gets by running each statement again in
     * a transaction that it rolls back.
     */
    ACTUAL_ROWS
}
