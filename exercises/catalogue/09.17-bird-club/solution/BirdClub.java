package ch09_out_of_the_notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ormlab.Database;

/**
 * A hash of the name is the same in every process, and floorMod is never negative. The ten newest
 * of all are among the ten newest of each server, so each sends at most ten, and Java merges them.
 */
public class BirdClub {
    public static void store(List<Database> servers, Sighting sighting) {
        server(servers, sighting.getWatcher())
                .inTransaction(
                        session -> {
                            session.add(sighting);
                        });
    }

    public static List<Sighting> of(List<Database> servers, String watcher) {
        return server(servers, watcher)
                .inTransaction(
                        session ->
                                session.query(Sighting.class)
                                        .filterBy("watcher", watcher)
                                        .orderBy("seen desc")
                                        .all());
    }

    private static Database server(List<Database> servers, String watcher) {
        return servers.get(Math.floorMod(watcher.hashCode(), servers.size()));
    }

    public static List<Sighting> newest(List<Database> servers) {
        List<Sighting> found = new ArrayList<>();
        for (Database server : servers) {
            found.addAll(
                    server.inTransaction(
                            session ->
                                    session.query(Sighting.class)
                                            .orderBy("seen desc")
                                            .limit(10)
                                            .all()));
        }
        found.sort(Comparator.comparing(Sighting::getSeen).reversed());
        return found.subList(0, Math.min(10, found.size()));
    }
}
