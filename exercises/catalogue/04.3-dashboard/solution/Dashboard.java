package ch04_queries;

import java.util.Optional;
import ormlab.query.Query;

/**
 * all() loads every ticket as an object, even if you only need a number or a yes. The database can
 * count, search and sort, and then sends one row, however many tickets there are.
 */
public class Dashboard {
    public static long rowsOfSlow(long tickets, long used) {
        return tickets + used + tickets;
    }

    public static long sold(Query<Ticket> tickets) {
        return tickets.count();
    }

    public static boolean anyUsed(Query<Ticket> tickets) {
        return tickets.filterBy("used", true).exists();
    }

    public static Optional<Ticket> newest(Query<Ticket> tickets) {
        return tickets.orderBy("sold desc").first();
    }
}
