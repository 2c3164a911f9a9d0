package ch09_out_of_the_notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.UUID;
import ormlab.Database;

/** Points on a ring: if a server is added, most watchers remain where they are. */
public class BirdClub {
    private static final int POINTS = 64;

    private static Database server(List<Database> servers, String watcher) {
        TreeMap<Long, Database> ring = new TreeMap<>();
        for (int number = 0; number < servers.size(); number++) {
            for (int point = 0; point < POINTS; point++) {
                ring.put(hash("server " + number + ", point " + point), servers.get(number));
            }
        }
        var next = ring.ceilingEntry(hash(watcher));
        return (next == null ? ring.firstEntry() : next).getValue();
    }

    private static long hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes()).getLeastSignificantBits();
    }

    public static void store(List<Database> servers, Sighting sighting) {
        try (var session =
                server(servers, sighting.getWatcher()).sessionFactory().openStatelessSession()) {
            var transaction = session.beginTransaction();
            session.insert(sighting);
            transaction.commit();
        }
    }

    public static List<Sighting> of(List<Database> servers, String watcher) {
        Database server = server(servers, watcher);
        return server.readOnly()
                .inTransaction(
                        session ->
                                session.query(Sighting.class)
                                        .filterBy("watcher", watcher)
                                        .orderBy("seen desc")
                                        .all());
    }

    /** Always takes the newest of those that the servers have left. */
    public static List<Sighting> newest(List<Database> servers) {
        Comparator<List<Sighting>> byFirst =
                Comparator.comparing((List<Sighting> left) -> left.get(0).getSeen()).reversed();
        PriorityQueue<List<Sighting>> queue = new PriorityQueue<>(byFirst);
        for (Database server : servers) {
            List<Sighting> found =
                    server.readOnly()
                            .inTransaction(
                                    session ->
                                            session.query(Sighting.class)
                                                    .orderBy("seen desc")
                                                    .limit(10)
                                                    .all());
            if (!found.isEmpty()) {
                queue.add(found);
            }
        }
        List<Sighting> newest = new ArrayList<>();
        while (newest.size() < 10 && !queue.isEmpty()) {
            List<Sighting> left = queue.remove();
            newest.add(left.get(0));
            if (left.size() > 1) {
                queue.add(left.subList(1, left.size()));
            }
        }
        return newest;
    }
}
