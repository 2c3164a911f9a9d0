package ch04_queries;

import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * The owner of a shop wants to know what each customer bought. Total (next to this file) is one row
 * of the report.
 */
public class SalesReport {
    // TODO Write both in HQL: one SELECT, one row for each customer. Let the database add up.

    /**
     * Returns a total for every customer, by name. Customers without a purchase have 0 purchases
     * and 0 cents.
     */
    public static List<Total> totals(Database db) {
        throw new NotSolvedYet("add up for each customer");
    }

    /** Returns the totals of the customers whose purchases add up to at least this sum, by name. */
    public static List<Total> atLeast(Database db, long cents) {
        throw new NotSolvedYet("find the customers who spent at least " + cents);
    }
}
