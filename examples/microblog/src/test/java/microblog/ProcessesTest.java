package microblog;

import static org.assertj.core.api.Assertions.assertThat;

import microblog.model.Post;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ormlab.Database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The application as in production: several processes with one database are started, deployed and
 * stopped.
 */
class ProcessesTest {
    private static final int CLIENTS = 8;
    private static final int POSTS = 10;

    @ParameterizedTest
    @EnumSource
    void two_simultaneous_deploys_create_the_tables_once(Databases kind) throws Exception {
        String url = kind.freshUrl();
        var deploys = List.of(Server.run(url, "upgrade"), Server.run(url, "upgrade"));
        for (Process deploy : deploys) {
            assertThat(Server.outcome(deploy)).startsWith("0: ");
        }
        try (Database db = Settings.local(url).open()) {
            assertThat(Tables.migrations(db).current().isHead()).isTrue();
            assertThat(
                            db.rows(
                                            "select version from flyway_schema_history where"
                                                    + " version is not null")
                                    .size())
                    .isEqualTo(migrationsOf(kind));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_starts_before_the_migrations_says_what_to_run(Databases kind) throws Exception {
        assertThat(Server.outcome(Server.run(kind.freshUrl())))
                .startsWith("1: ")
                .contains("Run: java -jar target/microblog.jar upgrade")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @EnumSource
    void two_processes_write_to_one_database_and_lose_nothing(Databases kind) throws Exception {
        String url = urlWithClients(kind);
        try (Server one = Server.start(url);
                Server two = Server.start(url)) {
            var clients =
                    IntStream.range(0, CLIENTS)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.runAsync(
                                                    () -> writes(i % 2 == 0 ? one : two, i)))
                            .toList();
            clients.forEach(CompletableFuture::join);
            Browser susan = Browser.registered(one.port(), "susan");
            susan.write("seen by both");
            assertThat(new Browser(two.port()).page("/explore")).contains("seen by both");
            // A sign-in is only valid in the process that handled it, as the README says.
            Browser atTheOther = new Browser(two.port());
            atTheOther.plant(susan.cookie());
            assertThat(atTheOther.get("/").headers().firstValue("Location")).hasValue("/login");
        }
        assertThat(bodies(url)).hasSize(CLIENTS * POSTS + 1).doesNotHaveDuplicates();
    }

    /** Returns the address of a database that one process has migrated, with a user per client. */
    private static String urlWithClients(Databases kind) throws Exception {
        String url = kind.freshUrl();
        Server.outcome(Server.run(url, "upgrade"));
        Databases.addUsers(url, IntStream.range(0, CLIENTS).mapToObj(i -> "client" + i).toList());
        return url;
    }

    private static void writes(Server server, int number) {
        Browser browser = Browser.signedIn(server.port(), "client" + number);
        String token = browser.token("/");
        for (int i = 0; i < POSTS; i++) {
            var form = Map.of("body", "post " + i + " of " + number, "csrf", token);
            int status = browser.post("/", form).statusCode();
            if (status != 303) {
                throw new AssertionError("status " + status);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_stopped_under_load_keeps_each_accepted_post(Databases kind) throws Exception {
        String url = urlWithClients(kind);
        var accepted = new ConcurrentLinkedQueue<String>();
        var failures = new ConcurrentLinkedQueue<String>();
        try (Server server = Server.start(url)) {
            var busy = new CountDownLatch(CLIENTS * 2);
            var clients =
                    IntStream.range(0, CLIENTS)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.runAsync(
                                                    () ->
                                                            writesUntilRefused(
                                                                    server, i, accepted, failures,
                                                                    busy)))
                            .toList();
            assertThat(busy.await(60, TimeUnit.SECONDS)).isTrue();
            long began = System.nanoTime();
            assertThat(server.terminate())
                    .isEqualTo(143); // 128 + SIGTERM, which supervisors expect.
            assertThat((System.nanoTime() - began) / 1e9).isLessThan(15);
            clients.forEach(CompletableFuture::join);
        }
        assertThat(failures).isEmpty();
        List<String> stored = bodies(url);
        assertThat(stored).doesNotHaveDuplicates().containsAll(accepted);
        // A visitor would post again what was stored but not answered.
        assertThat(stored).hasSameSizeAs(accepted);
    }

    private static void writesUntilRefused(
            Server server,
            int number,
            ConcurrentLinkedQueue<String> accepted,
            ConcurrentLinkedQueue<String> failures,
            CountDownLatch busy) {
        Browser browser = Browser.signedIn(server.port(), "client" + number);
        String token = browser.token("/");
        var count = new AtomicInteger();
        while (true) {
            String body = "post " + count.incrementAndGet() + " of " + number;
            try {
                int status = browser.post("/", Map.of("body", body, "csrf", token)).statusCode();
                if (status == 303) {
                    accepted.add(body);
                    busy.countDown();
                } else if (status == 503) {
                    return; // The server announced that it is stopping.
                } else {
                    failures.add("status " + status);
                    return;
                }
            } catch (CompletionException gone) {
                return;
            }
        }
    }

    private static List<String> bodies(String url) {
        try (Database db = Settings.local(url).open()) {
            db.models(Models.all());
            return db.query(Post.class).all().stream().map(Post::getBody).toList();
        }
    }

    private static int migrationsOf(Databases kind) throws Exception {
        Path folder = Path.of("migrations", kind.name().toLowerCase(Locale.ROOT));
        try (Stream<Path> files = Files.list(folder)) {
            return (int)
                    files.filter(file -> file.getFileName().toString().startsWith("V")).count();
        }
    }
}
