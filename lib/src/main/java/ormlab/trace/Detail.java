package ormlab.trace;

/** What a trace records only when you ask for it, because it costs time with each statement. */
public enum Detail {
    /** The line of your code that caused each statement: {@link TracedStatement#callSite()}. */
    CALL_SITES,
    /** The database's plan for each statement: {@link TracedStatement#plan()}. */
    PLANS,
    /**
     * The plans, with the numbers of rows that the database counts by running each statement once
     * more, in a transaction that it rolls back.
     */
    ACTUAL_ROWS
}
