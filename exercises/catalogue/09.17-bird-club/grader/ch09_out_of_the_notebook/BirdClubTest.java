package ch09_out_of_the_notebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("A bird club on several servers")
class BirdClubTest {
    private static final String SPREAD =
            "09f_several_machines, \"Spread the rows over two servers\"";
    private static final String DISTRIBUTED =
            "09f_several_machines, \"Databases that do it for you\"";
    private static final String SORT = "04_queries, \"Order and limit\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final Instant DAWN = Instant.parse("2026-05-01T04:00:00Z");
    private static final int PAGE = 10;
    private static final List<String> WATCHERS =
            List.of(
                    "charles", "barbara", "dorothy", "frances", "gabriel", "heather", "jessica",
                    "kenneth", "leonard", "matthew", "natalie", "patrick", "raymond", "stephen",
                    "valerie", "william", "zachary", "abigail", "brandon", "camilla");

    /** A name whose hash is the smallest int. */
    private static final String SMALLEST = "polygenelubricants";

    private final List<Database> servers = new ArrayList<>();
    private final List<List<String>> received = new ArrayList<>();

    private void start(int count) {
        for (int number = 0; number < count; number++) {
            List<String> statements = Collections.synchronizedList(new ArrayList<>());
            Database db =
                    Database.open(
                            FreshDatabase.url(),
                            ConnectionSettings.defaults().echo(statements::add));
            servers.add(db);
            received.add(statements);
            db.models(Sighting.class).createAll();
        }
    }

    @AfterEach
    void close() {
        servers.forEach(Database::close);
    }

    private void forget() {
        servers.forEach(Database::closeSession);
        received.forEach(List::clear);
    }

    /** Returns the numbers of the servers that received a statement. */
    private List<Integer> asked() {
        return IntStream.rangeClosed(1, servers.size())
                .filter(number -> !received.get(number - 1).isEmpty())
                .boxed()
                .toList();
    }

    private static Instant minute(int minute) {
        return DAWN.plusSeconds(61L * minute);
    }

    private Sighting store(String watcher, String bird, int minute) {
        Sighting sighting = new Sighting(new String(watcher), bird, minute(minute));
        forget();
        try {
            BirdClub.store(List.copyOf(servers), sighting);
        } catch (IndexOutOfBoundsException outside) {
            throw new Mistake(outside(sighting), SPREAD);
        }
        List<Integer> asked = asked();
        Mistake.when(
                asked.size() > 1,
                "To store one sighting, statements were sent to the servers "
                        + asked
                        + ". A hash of the watcher's name says which server it is.",
                SPREAD);
        return sighting;
    }

    private String outside(Sighting sighting) {
        String watcher = sighting.getWatcher();
        if (servers.size() == 2 && isStored(sighting)) {
            return "With two servers, store threw an IndexOutOfBoundsException, and with three it"
                    + " doesn't. The list says how many there are.";
        }
        return watcher.equals(SMALLEST)
                ? "store threw an IndexOutOfBoundsException for '"
                        + watcher
                        + "'. The hash of this name is the smallest int, which has no positive"
                        + " counterpart, so Math.abs returns it as it is. Math.floorMod is never"
                        + " negative."
                : "store threw an IndexOutOfBoundsException for '"
                        + watcher
                        + "'. The hash of this name is negative, and so is the remainder."
                        + " Math.floorMod is never negative.";
    }

    private boolean isStored(Sighting sighting) {
        try {
            BirdClub.store(List.of(servers.get(0), servers.get(1), servers.get(0)), sighting);
            return true;
        } catch (IndexOutOfBoundsException again) {
            return false;
        }
    }

    /** Returns the numbers of the servers that have the rows of a watcher, one for each row. */
    private List<Integer> places(String watcher) {
        servers.forEach(Database::closeSession);
        List<Integer> places = new ArrayList<>();
        for (int number = 1; number <= servers.size(); number++) {
            int rows =
                    servers.get(number - 1)
                            .rows("select watcher from sighting where watcher = ?", watcher)
                            .values()
                            .size();
            places.addAll(Collections.nCopies(rows, number));
        }
        return places;
    }

    private int place(String watcher, int rows) {
        List<Integer> places = places(watcher);
        Mistake.when(
                places.isEmpty(),
                "A sighting of "
                        + watcher
                        + " was stored, but other connections find it on no server, because nothing"
                        + " was committed.",
                COMMIT);
        Mistake.when(
                places.size() != rows,
                rows
                        + " sightings of "
                        + watcher
                        + " were stored, and the servers have "
                        + places.size()
                        + " rows.",
                SPREAD);
        Mistake.when(
                new HashSet<>(places).size() > 1,
                "The sightings of "
                        + watcher
                        + " are on the servers "
                        + new TreeSet<>(places)
                        + ". Choose the server by the characters of the name and nothing else, so"
                        + " that they are together.",
                SPREAD);
        return places.get(0);
    }

    @Test
    @Order(1)
    @DisplayName("The sightings of a watcher are together, and each server has some watchers.")
    void spread() {
        start(3);
        List<String> all = new ArrayList<>(WATCHERS);
        all.add(SMALLEST);
        Set<Integer> used = new TreeSet<>();
        for (int round = 0; round < 2; round++) {
            for (String watcher : all) {
                store(watcher, "robin", 7 * round + all.indexOf(watcher));
                if (round == 0 && used.isEmpty()) {
                    used.add(place(watcher, 1));
                }
            }
        }
        forget();
        for (String watcher : all) {
            used.add(place(watcher, 2));
        }
        Mistake.when(
                used.size() < 3,
                "There are three servers, and the sightings of "
                        + all.size()
                        + " watchers are only on "
                        + used
                        + ".",
                SPREAD);
    }

    @Test
    @Order(2)
    @DisplayName("No id occurs twice, on whichever server.")
    void ids() {
        start(2);
        Set<Object> ids = new HashSet<>();
        for (String watcher : WATCHERS) {
            for (int twice = 0; twice < 2; twice++) {
                Object id = store(watcher, "robin", 0).getId();
                Mistake.when(
                        id == null, "A stored sighting has no id: getId returned null.", SPREAD);
                Mistake.when(
                        !ids.add(id),
                        "Two sightings have the id "
                                + id
                                + ": one server doesn't know which ids the other has used. A UUID"
                                + " needs no server.",
                        DISTRIBUTED);
            }
        }
    }

    private List<String> birds(String method, Supplier<List<Sighting>> call) {
        forget();
        List<List<Sighting>> found = new ArrayList<>();
        Trace trace =
                servers.get(0)
                        .trace(
                                () -> {
                                    found.add(call.get());
                                });
        Mistake.when(found.get(0) == null, method + " returned null.", SPREAD);
        long most = trace.statements().stream().mapToLong(TracedStatement::rows).max().orElse(0);
        Mistake.when(
                method.equals("newest") && most > PAGE,
                "A server sent "
                        + most
                        + " rows for the ten newest. Let each server sort its rows, and send ten.",
                SORT);
        Mistake.when(
                method.equals("of") && most > found.get(0).size(),
                "of returned "
                        + found.get(0).size()
                        + " sightings of a watcher, and the server sent "
                        + most
                        + " rows. Put the watcher's name into the query.",
                SPREAD);
        return found.get(0).stream().map(Sighting::getBird).toList();
    }

    @Test
    @Order(3)
    @DisplayName("What a watcher has seen is read from one server, the newest first.")
    void ofOne() {
        start(2);
        for (int number = 0; number < WATCHERS.size(); number++) {
            String watcher = WATCHERS.get(number);
            store(watcher, "robin " + number, 3 * number + 1);
            store(watcher, "wren " + number, 3 * number);
            store(watcher, "kite " + number, 3 * number + 2);
        }
        for (int number = 0; number < WATCHERS.size(); number++) {
            String watcher = new String(WATCHERS.get(number));
            List<String> birds = birds("of", () -> BirdClub.of(List.copyOf(servers), watcher));
            List<Integer> asked = asked();
            Mistake.when(
                    asked.size() > 1,
                    "To find the sightings of one watcher, statements were sent to the servers "
                            + asked
                            + ". They are all on one.",
                    SPREAD);
            List<String> right = List.of("kite " + number, "robin " + number, "wren " + number);
            Mistake.when(
                    birds.size() == 3 && birds.containsAll(right) && !birds.equals(right),
                    "The sightings of " + watcher + " are in the wrong order: " + birds + ".",
                    SORT);
            Mistake.when(
                    !birds.equals(right),
                    watcher + " has seen " + right + ", and of returned " + birds + ".",
                    SPREAD);
        }
        List<String> none = birds("of", () -> BirdClub.of(List.copyOf(servers), "nobody yet"));
        Mistake.when(
                !none.isEmpty(),
                "A watcher has no sightings, and of returned " + none + ".",
                SPREAD);
    }

    private void newest(String when, List<String> right) {
        List<String> birds;
        try {
            birds = birds("newest", () -> BirdClub.newest(List.copyOf(servers)));
        } catch (IndexOutOfBoundsException outside) {
            throw new Mistake(
                    "newest threw an IndexOutOfBoundsException. " + when + " Return what there is.",
                    SORT);
        }
        List<String> reversed = new ArrayList<>(right);
        Collections.reverse(reversed);
        Mistake.when(
                right.size() > 1 && birds.equals(reversed),
                "newest returned the oldest sighting first: " + birds + ".",
                SORT);
        Mistake.when(
                birds.size() > PAGE,
                "newest returned " + birds.size() + " sightings instead of ten. " + when,
                SORT);
        Mistake.when(
                birds.size() == right.size()
                        && new HashSet<>(birds).equals(new HashSet<>(right))
                        && !birds.equals(right),
                "newest found the right sightings, but not in order: "
                        + birds
                        + ". Each server sorts only its own rows.",
                SORT);
        Mistake.when(
                !birds.equals(right),
                "newest returned " + birds + " instead of " + right + ". " + when,
                SORT);
    }

    @Test
    @Order(4)
    @DisplayName("The ten newest of all servers are found, even if all of them are on one.")
    void newest() {
        start(3);
        newest("There is no sighting yet.", List.of());
        List<String> right = new ArrayList<>();
        for (int number = 0; number < WATCHERS.size(); number++) {
            store(WATCHERS.get(number), "wren " + number, number);
            right.add(0, "wren " + number);
            if (number == 6) {
                newest("There are only seven.", right);
            }
        }
        newest("They are on several servers.", right.subList(0, PAGE));
        List<String> many = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            store("barbara", "kite " + number, 100 + 2 * number);
            many.add(0, "kite " + number);
        }
        newest("All ten are on one server.", many.subList(0, PAGE));
        store("charles", "robin", 50);
        newest("All ten are on one server.", many.subList(0, PAGE));
        store("charles", "owl", 107);
        many.add(8, "owl");
        newest("All but one are on one server.", many.subList(0, PAGE));
    }
}
