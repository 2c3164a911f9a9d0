package ch04_queries;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ormlab.query.Query;

/**
 * A cinema's dashboard that is correct, but reads too much. You don't need to change this class.
 */
public class SlowDashboard {
    private final Query<Ticket> tickets;

    public SlowDashboard(Query<Ticket> tickets) {
        this.tickets = tickets;
    }

    public long sold() {
        return tickets.all().size();
    }

    public boolean anyUsed() {
        List<Ticket> used = tickets.filterBy("used", true).all();
        return !used.isEmpty();
    }

    public Optional<Ticket> newest() {
        return tickets.all().stream().max(Comparator.comparing(Ticket::getSold));
    }
}
