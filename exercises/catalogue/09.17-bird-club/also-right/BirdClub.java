package ch09_out_of_the_notebook;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import ormlab.Database;

/** Streams, HQL, and a remainder that is made positive afterwards. */
public class BirdClub {
    public static void store(List<Database> servers, Sighting sighting) {
        Database server = server(servers, sighting.getWatcher());
        server.session().persist(sighting);
        server.session().commit();
        server.closeSession();
    }

    private static Database server(List<Database> servers, String watcher) {
        return servers.get(Math.abs(watcher.hashCode() % servers.size()));
    }

    private static <R> R read(Database server, Function<Database, R> query) {
        try {
            return query.apply(server);
        } finally {
            server.closeSession();
        }
    }

    public static List<Sighting> of(List<Database> servers, String watcher) {
        return read(
                server(servers, watcher),
                db ->
                        db.session()
                                .createSelectionQuery(
                                        "from Sighting where watcher = :watcher order by seen desc",
                                        Sighting.class)
                                .setParameter("watcher", watcher)
                                .getResultList());
    }

    public static List<Sighting> newest(List<Database> servers) {
        Stream<Sighting> all =
                servers.stream()
                        .map(
                                server ->
                                        read(
                                                server,
                                                db ->
                                                        db.query(Sighting.class)
                                                                .orderBy("seen desc")
                                                                .limit(10)
                                                                .all()))
                        .flatMap(List::stream);
        return all.sorted(comparing(Sighting::getSeen).reversed()).limit(10).toList();
    }
}
