import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Simulates many clients of a microblog at once: java Load.java ORIGIN CLIENTS SECONDS FILE.
 *
 * <p>Each client registers, then reads (four times out of five) or posts, one request at a time.
 * FILE gets the body of each accepted post, one per line; the last line printed contains the
 * figures as JSON.
 */
public class Load {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final int POSTS_OF_TEN = 2;

    private final String origin;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
    private final AtomicLong reads = new AtomicLong();
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> micros = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, AtomicLong> errors = new java.util.concurrent.ConcurrentHashMap<>();

    Load(String origin) {
        this.origin = origin;
    }

    public static void main(String[] args) throws Exception {
        Load load = new Load(args[0]);
        int clients = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        load.run(clients, seconds);
        try (PrintStream file = new PrintStream(Path.of(args[3]).toFile(), StandardCharsets.UTF_8)) {
            load.taken.forEach(file::println);
        }
        List<Long> sorted = load.micros.stream().sorted().toList();
        System.out.printf(
                "{\"reads\": %d, \"posts\": %d, \"errors\": {%s}, \"per_second\": %d, \"p50_ms\": %.1f, \"p99_ms\": %.1f}%n",
                load.reads.get(),
                load.taken.size(),
                load.errors.entrySet().stream().map(e -> "\"" + e.getKey() + "\": " + e.getValue()).collect(Collectors.joining(", ")),
                sorted.size() / seconds,
                at(sorted, 0.5),
                at(sorted, 0.99));
    }

    private static double at(List<Long> sorted, double part) {
        return sorted.isEmpty() ? 0 : sorted.get((int) ((sorted.size() - 1) * part)) / 1000.0;
    }

    private void run(int clients, int seconds) throws InterruptedException {
        CountDownLatch registered = new CountDownLatch(clients);
        CountDownLatch begin = new CountDownLatch(1);
        long[] end = new long[1];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int number = i;
            Thread thread = new Thread(() -> client(number, registered, begin, end));
            thread.start();
            threads.add(thread);
        }
        registered.await();
        end[0] = System.nanoTime() + seconds * 1_000_000_000L;
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void client(int number, CountDownLatch registered, CountDownLatch begin, long[] end) {
        Client client = new Client(number);
        try {
            client.register();
        } catch (Exception failed) {
            error("register " + failed);
            return;
        } finally {
            registered.countDown();
        }
        try {
            begin.await();
        } catch (InterruptedException e) {
            return;
        }
        while (System.nanoTime() < end[0]) {
            client.step();
        }
    }

    private void error(String what) {
        errors.computeIfAbsent(what.replace('"', '\''), any -> new AtomicLong()).incrementAndGet();
    }

    private final class Client {
        private final int number;
        private final Random random;
        private String cookie = "";
        private String token = "";
        private int posts;

        Client(int number) {
            this.number = number;
            random = new Random(number);
        }

        void register() throws Exception {
            token = token(send(request("/register").GET()).body());
            String name = "client" + number;
            String form = "username=" + name + "&email=" + name + "%40example.com&password=password" + number;
            expect(303, send(post("/register", form)));
            token = token(send(request("/").GET()).body());
        }

        void step() {
            long began = System.nanoTime();
            try {
                if (random.nextInt(10) < POSTS_OF_TEN) {
                    String body = "post " + (++posts) + " of client" + number;
                    expect(303, send(post("/", "body=" + URLEncoder.encode(body, StandardCharsets.UTF_8))));
                    taken.add(body);
                } else {
                    HttpResponse<String> page = send(request("/explore").GET());
                    expect(200, page);
                    if (!page.body().contains("All posts")) {
                        error("another page");
                    }
                    reads.incrementAndGet();
                }
                micros.add((System.nanoTime() - began) / 1000);
            } catch (Exception failed) {
                error(String.valueOf(failed.getMessage() == null ? failed : failed.getMessage()));
            }
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(30)).header("Cookie", cookie);
        }

        private HttpRequest.Builder post(String path, String form) {
            String whole = form + "&csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
            return request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(whole));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            HttpResponse<String> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            reply.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";")[0]);
            return reply;
        }
    }

    private static void expect(int status, HttpResponse<String> reply) {
        if (reply.statusCode() != status) {
            throw new IllegalStateException("status " + reply.statusCode() + " for " + reply.request().method() + " " + reply.uri().getPath());
        }
    }

    private static String token(String page) {
        Matcher found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no form");
        }
        return found.group(1);
    }
}
