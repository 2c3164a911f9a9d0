package ch09_out_of_the_notebook;

import java.time.Instant;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import ormlab.Database;

/** A checksum of its own, and a list that stays sorted and short while the servers are asked. */
public class BirdClub {
    private static final int PAGE = 10;

    public static void store(List<Database> servers, Sighting sighting) {
        server(servers, sighting.getWatcher())
                .inTransaction(session -> session.insertAll(List.of(sighting)));
    }

    private static Database server(List<Database> servers, String watcher) {
        long sum = 7;
        for (char letter : watcher.toCharArray()) {
            sum = (sum * 131 + letter) % 1_000_003;
        }
        return servers.get((int) (sum % servers.size()));
    }

    public static List<Sighting> of(List<Database> servers, String watcher) {
        return server(servers, watcher)
                .inTransaction(
                        session ->
                                session.createNativeQuery(
                                                "select * from sighting where watcher = ?1"
                                                        + " order by seen desc",
                                                Sighting.class)
                                        .setParameter(1, watcher)
                                        .getResultList());
    }

    public static List<Sighting> newest(List<Database> servers) {
        LinkedList<Sighting> page = new LinkedList<>();
        for (Database server : servers) {
            List<Sighting> some =
                    server.inTransaction(
                            session ->
                                    session.createSelectionQuery(
                                                    "from Sighting order by seen desc",
                                                    Sighting.class)
                                            .setMaxResults(PAGE)
                                            .getResultList());
            some.forEach(one -> insert(page, one));
        }
        return page;
    }

    private static void insert(LinkedList<Sighting> page, Sighting one) {
        ListIterator<Sighting> place = page.listIterator();
        while (place.hasNext()) {
            Instant other = place.next().getSeen();
            if (other.isBefore(one.getSeen())) {
                place.previous();
                break;
            }
        }
        place.add(one);
        if (page.size() > PAGE) {
            page.removeLast();
        }
    }
}
