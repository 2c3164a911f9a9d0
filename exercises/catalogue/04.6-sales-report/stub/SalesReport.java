package ch04_queries;

import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** The shop's owner asks what each customer bought. Total (beside this file) is one answer. */
public class SalesReport {
    // TODO Write both in HQL: one SELECT, one row for each customer. The database adds up.

    /** Gives a total for every customer by name; who bought nothing has 0 purchases and 0 cents. */
    public static List<Total> totals(Database db) {
        throw new NotSolvedYet("add up for each customer");
    }

    /** Gives the totals of those who spent at least so much, all purchases together, by name. */
    public static List<Total> atLeast(Database db, long cents) {
        throw new NotSolvedYet("find who spent at least " + cents);
    }
}
