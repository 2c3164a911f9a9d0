package ch09_out_of_the_notebook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;

@DisplayName("Find your own post")
class ReplicatedPostsTest {
    private static final String REPLICA = "09f_several_machines, \"A primary and a replica\"";
    private static final String OWN = "09f_several_machines, \"Find your own writes\"";
    private static final String DIES = "09f_several_machines, \"The primary dies\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final String NO_COOKIE = "";

    private final Servers servers = new Servers();

    private static final class PrimaryLost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Two databases; the second one gets the rows of the first when a test says so. */
    private static final class Servers implements ServerPair {
        private static final int STEP = 8;

        /** Goes on from task to task, as a log does. */
        private static long start = 4_096;

        private final List<String> toPrimary = new ArrayList<>();
        private final List<String> toReplica = new ArrayList<>();
        private final Database primary = open(this::received);
        private final Database replica = open(toReplica::add);
        private long position = start;
        private long replayed;
        private boolean changed;
        private boolean lost;
        private boolean askedPrimary;
        private boolean askedTooEarly;
        private boolean askedReplica;
        private boolean catchesUp;

        private static Database open(Consumer<String> statements) {
            Database db =
                    Database.open(
                            FreshDatabase.url(), ConnectionSettings.defaults().echo(statements));
            db.models(TimelinePost.class).createAll();
            return db;
        }

        /** Each commit that changed a row moves the log on. */
        private void received(String statement) {
            toPrimary.add(statement);
            changed |= statement.matches("(?is)\\s*(insert|update|delete)\\b.*");
            if (statement.equals("-- commit") && changed) {
                position += STEP;
            }
            changed &= !statement.startsWith("-- ");
        }

        @Override
        public Database primary() {
            return primary;
        }

        @Override
        public Database replica() {
            return replica;
        }

        @Override
        public long written() {
            if (lost) {
                throw new PrimaryLost();
            }
            askedPrimary = true;
            askedTooEarly |= !toPrimary.contains("-- commit");
            return position;
        }

        @Override
        public long replayed() {
            askedReplica = true;
            if (catchesUp) {
                catchesUp = false;
                replay();
            }
            return replayed;
        }

        /** Copies to the replica everything that is committed on the primary. */
        void replay() {
            List<String> before = List.copyOf(toReplica);
            long until = position;
            List<List<Object>> rows = new ArrayList<>();
            primary.inTransaction(
                    session -> {
                        session.doWork(connection -> rows.addAll(rows(connection)));
                    });
            replica.inTransaction(
                    session -> {
                        session.doWork(connection -> replace(connection, rows));
                    });
            replayed = until;
            toReplica.clear();
            toReplica.addAll(before);
        }

        private static List<List<Object>> rows(Connection connection) throws SQLException {
            List<List<Object>> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("select * from posts")) {
                while (found.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.add(found.getObject(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }

        private static void replace(Connection connection, List<List<Object>> rows)
                throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("delete from posts");
            }
            for (List<Object> row : rows) {
                String places = String.join(", ", Collections.nCopies(row.size(), "?"));
                try (PreparedStatement statement =
                        connection.prepareStatement("insert into posts values (" + places + ")")) {
                    for (int i = 0; i < row.size(); i++) {
                        statement.setObject(i + 1, row.get(i));
                    }
                    statement.executeUpdate();
                }
            }
        }

        /** Forgets what was sent and asked so far. */
        void forget() {
            primary.closeSession();
            replica.closeSession();
            toPrimary.clear();
            toReplica.clear();
            changed = false;
            askedPrimary = false;
            askedTooEarly = false;
            askedReplica = false;
        }

        void close() {
            start = position;
            primary.close();
            replica.close();
        }

        /** From now on, a test fails if the primary receives a statement. */
        void loseThePrimary() {
            forget();
            lost = true;
        }
    }

    @BeforeEach
    void firstPost() {
        servers.primary.inTransaction(
                session -> {
                    session.add(new TimelinePost("mary", "Hello"));
                });
        servers.replay();
        servers.forget();
    }

    @AfterEach
    void close() {
        servers.close();
    }

    private static void neverWrites(List<String> toReplica) {
        Mistake.when(
                toReplica.stream()
                        .anyMatch(sent -> sent.toLowerCase(Locale.ROOT).contains("insert")),
                "publish sent an INSERT to the replica. It copies the primary, and nobody else"
                        + " writes there.",
                REPLICA);
    }

    private String publish(String author, String body) {
        servers.forget();
        String cookie;
        try {
            cookie = ReplicatedPosts.publish(servers, author, body);
        } finally {
            neverWrites(servers.toReplica);
        }
        boolean open = servers.changed;
        servers.primary.closeSession();
        List<String> authors =
                servers
                        .primary
                        .rows("select author from posts where body = ?", body)
                        .values()
                        .stream()
                        .map(row -> String.valueOf(row.get(0)))
                        .toList();
        Mistake.when(
                open || authors.isEmpty(),
                "publish has not committed the post, so only its own session sees it.",
                COMMIT);
        Mistake.when(
                !authors.equals(List.of(author)),
                author
                        + " published '"
                        + body
                        + "'. The authors of such posts on the primary are now "
                        + authors
                        + ".",
                REPLICA);
        Mistake.when(cookie == null, "publish returned null instead of a cookie.", OWN);
        return cookie;
    }

    private List<String> newest(String cookie) {
        boolean early = servers.askedTooEarly;
        servers.forget();
        servers.askedTooEarly = early;
        List<String> found = ReplicatedPosts.newest(servers, cookie);
        Mistake.when(found == null, "newest returned null.", OWN);
        return found;
    }

    private void readsOnlyTheReplica(String otherwise) {
        Mistake.when(!servers.toPrimary.isEmpty(), otherwise, OWN);
    }

    private static void same(List<String> found, List<String> right) {
        Mistake.when(
                !found.equals(right),
                "newest returned " + found + " instead of " + right + ".",
                OWN);
    }

    @Test
    @Order(1)
    @DisplayName("A post is stored on the primary, and the replica gets no statement.")
    void published() {
        publish("susan", "Good morning");
        publish("fred", "Good evening");
        Mistake.when(
                !servers.toReplica.isEmpty(),
                "publish sent this to the replica: " + servers.toReplica,
                REPLICA);
    }

    @Test
    @Order(2)
    @DisplayName("A visitor without a cookie reads from the replica, whatever others write.")
    void strangers() {
        List<String> caughtUp = newest(NO_COOKIE);
        readsOnlyTheReplica(
                "The replica has everything, the visitor has no cookie, and newest read from the"
                        + " primary. So the replica takes no work off it.");
        same(caughtUp, List.of("Hello"));
        publish("susan", "Good morning");
        List<String> late = newest(NO_COOKIE);
        Mistake.when(
                servers.askedPrimary,
                "newest asked the primary how far its log is. A visitor doesn't need everything that"
                        + " others have written: compare the replica with the position in the"
                        + " cookie.",
                OWN);
        readsOnlyTheReplica(
                "Susan published a post, and then a visitor without a cookie was sent to the"
                        + " primary. Only the cookie says who wrote something: a variable is shared"
                        + " by all visitors of a process, and unknown to the other processes.");
        same(late, List.of("Hello"));
    }

    @Test
    @Order(3)
    @DisplayName("Authors find their own post at once, even if the replica lags behind.")
    void authors() {
        String first = publish("fred", "Good evening");
        found(newest(first), "Good evening");
        same(newest(first), List.of("Good evening", "Hello"));
        servers.replay();
        String second = publish("susan", "Good night");
        found(newest(second), "Good night");
        same(newest(second), List.of("Good night", "Good evening", "Hello"));
    }

    private void found(List<String> page, String body) {
        boolean onReplica = !servers.toReplica.isEmpty() && servers.toPrimary.isEmpty();
        Mistake.when(
                onReplica && servers.askedTooEarly && !page.contains(body),
                "publish asked for the log's position before the commit. The replica has replayed"
                        + " that much, so newest read there, and didn't find '"
                        + body
                        + "'. Ask after the commit.",
                OWN);
        Mistake.when(
                onReplica && !servers.askedReplica,
                "The author of '"
                        + body
                        + "' doesn't find the post, because newest read from the replica without"
                        + " asking how far it has replayed the log.",
                OWN);
        Mistake.when(
                !page.contains(body),
                "The author of '"
                        + body
                        + "' doesn't find the post: the log was at "
                        + servers.position
                        + " after the commit, the replica has replayed it up to "
                        + servers.replayed
                        + ", and newest returned "
                        + page
                        + ".",
                OWN);
    }

    @Test
    @Order(4)
    @DisplayName("A replica that has replayed the author's post serves the author, too.")
    void caughtUp() {
        String cookie = publish("fred", "Good evening");
        servers.replay();
        List<String> page = newest(cookie);
        readsOnlyTheReplica(
                "The replica has replayed the log exactly up to the author's post, and newest sent"
                        + " the author to the primary.");
        same(page, List.of("Good evening", "Hello"));
    }

    @Test
    @Order(5)
    @DisplayName("A replica that catches up during the request doesn't hide the post.")
    void inBetween() {
        String cookie = publish("fred", "Good evening");
        servers.catchesUp = true;
        List<String> page = newest(cookie);
        Mistake.when(
                !page.contains("Good evening") && !servers.catchesUp,
                "newest read the replica first and then asked how far it is. In between, the replica"
                        + " received the post, so the answer was right and the page wasn't. Ask"
                        + " before you read.",
                OWN);
        same(page, List.of("Good evening", "Hello"));
    }

    @Test
    @Order(6)
    @DisplayName("A cookie that publish has not written counts as none.")
    void forged() {
        publish("fred", "Good evening");
        servers.replay();
        for (String cookie : List.of("fred", "<b>", "-", " ", "1e9", "9".repeat(40))) {
            List<String> page;
            try {
                page = newest(cookie);
            } catch (RuntimeException crashed) {
                throw new Mistake(
                        "The cookie is '"
                                + cookie
                                + "', and newest threw "
                                + crashed.getClass().getSimpleName()
                                + ". A browser can send any text.",
                        OWN);
            }
            readsOnlyTheReplica(
                    "The cookie is '" + cookie + "', and newest read from the primary.");
            same(page, List.of("Good evening", "Hello"));
        }
    }

    @Test
    @Order(7)
    @DisplayName("When the primary is lost, it is known which posts survived, and reading goes on.")
    void failover() {
        String first = publish("fred", "Good evening");
        servers.replay();
        String second = publish("susan", "Good night");
        servers.loseThePrimary();
        boolean kept;
        boolean lost;
        try {
            kept = ReplicatedPosts.survived(servers, first);
            lost = !ReplicatedPosts.survived(servers, second);
            newest(first);
        } catch (PrimaryLost asked) {
            throw new Mistake(
                    "The primary is lost, and it was asked how far its log is. The cookie says how"
                            + " far it was when the post was committed.",
                    DIES);
        }
        Mistake.when(
                kept && !lost,
                "'Good night' was lost with the primary, and survived returned true. An acknowledged"
                        + " commit survives only if the replica has replayed it.",
                DIES);
        Mistake.when(
                !kept && lost,
                "The replica has replayed the log exactly up to 'Good evening', and survived"
                        + " returned false.",
                DIES);
        Mistake.when(
                !kept,
                "'Good evening' is on the replica, 'Good night' isn't, and survived returned the"
                        + " opposite.",
                DIES);
        List<String> page = newest(first);
        readsOnlyTheReplica(
                "The primary is lost, and the replica has fred's post. newest still needed the"
                        + " primary to show it.");
        same(page, List.of("Good evening", "Hello"));
    }
}
