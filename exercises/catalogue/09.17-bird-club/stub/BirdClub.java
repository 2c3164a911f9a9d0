package ch09_out_of_the_notebook;

import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * A club of bird watchers has more sightings than one server can take. Each server has the table;
 * all sightings of one watcher are on one of them, which every process finds without a list of
 * watchers. There are two servers or more, always in the same order. Sighting.java needs a change,
 * too.
 */
public class BirdClub {
    /** Stores a sighting permanently. */
    public static void store(List<Database> servers, Sighting sighting) {
        // TODO Choose the server by the watcher, so that each gets about as many watchers.
        throw new NotSolvedYet("choose a server and store the sighting");
    }

    /** Returns everything that a watcher has seen, the newest first. */
    public static List<Sighting> of(List<Database> servers, String watcher) {
        // TODO Ask one server only, and for these rows only.
        throw new NotSolvedYet("find the sightings of a watcher");
    }

    /** Returns the ten newest sightings of all watchers, the newest first. */
    public static List<Sighting> newest(List<Database> servers) {
        // TODO No server may send more than ten rows.
        throw new NotSolvedYet("find the newest sightings");
    }
}
