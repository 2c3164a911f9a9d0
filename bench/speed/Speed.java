import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import ormlab.Database;
import ormlab.query.Slice;
import ormlab.trace.Tracer;

/** Times one row of the results table: {@code Speed ROW ROUNDS FOLDER}; prints a line of JSON. */
final class Speed {
    private static final int MANY = 100_000;
    private static final int MILLION = 1_000_000;
    /**
     * The most methods of a connection that a single get calls and that check whether the thread is
     * traced.
     */
    private static final int CHECKS = 10;
    private static final String SETTINGS = "?date_class=TEXT&foreign_keys=true&synchronous=FULL";
    private static final String INSERT =
            "insert into users (username, email, password_hash) values (?, ?, ?)";
    private static Path folder;
    private static double measured = -1;

    private Speed() {}

    private interface Side {
        double seconds() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        for (String quiet : List.of("org.hibernate", "com.zaxxer.hikari")) {
            Logger.getLogger(quiet).setLevel(Level.SEVERE);
        }
        folder = Path.of(arguments[2]);
        if (arguments[0].equals("data")) {
            makeData();
            return;
        }
        Map<String, Side> sides = sides(arguments[0]);
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            List<String> order = new ArrayList<>(sides.keySet());
            java.util.Collections.rotate(order, round); // so that no contender always goes first
            for (String side : order) {
                times.computeIfAbsent(side, s -> new ArrayList<>()).add(sides.get(side).seconds());
            }
        }
        System.out.println(
                "{\"row\":\"%s\",\"rss_mb\":%d,\"s\":{%s}}"
                        .formatted(
                                arguments[0],
                                residentMegabytes(),
                                times.entrySet().stream()
                                        .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                                        .collect(Collectors.joining(","))));
        System.exit(0);
    }

    private static Map<String, Side> sides(String row) throws Exception {
        Map<String, Side> sides = new LinkedHashMap<>();
        switch (row) {
            case "add_all" -> {
                sides.put("ormlab", Speed::addAll);
                sides.put("raw", Speed::rawBatch);
                sides.put("hibernate", Speed::persistAll);
            }
            case "add_all_dynamic" -> {
                sides.put("ormlab", Speed::addAllDynamic);
                sides.put("raw", Speed::rawBatch);
            }
            case "bulk" -> {
                sides.put("ormlab", Speed::insertAll);
                sides.put("raw", Speed::rawBatch);
            }
            case "load" -> {
                sides.put("ormlab", Speed::load);
                sides.put("hibernate", Speed::loadPlain);
            }
            case "gets" -> {
                sides.put("ormlab", Speed::gets);
                sides.put("hibernate", Speed::getsPlain);
            }
            case "lazy" -> {
                sides.put("ormlab", Speed::lazy);
                sides.put("hibernate", Speed::lazyPlain);
            }
            case "commits" -> {
                sides.put("ormlab", Speed::commits);
                sides.put("hibernate", Speed::commitsPlain);
                sides.put("raw", Speed::commitsRaw);
            }
            case "page" -> {
                sides.put("ormlab", Speed::page);
                sides.put("hibernate", Speed::pagePlain);
            }
            case "dynamic_count" -> {
                sides.put("ormlab", Speed::dynamicCount);
                sides.put("hibernate", Speed::countPlain);
            }
            case "trace" -> {
                sides.put("ormlab", Speed::sharedGets);
                sides.put("no trace", () -> sharedGets() - checks());
            }
            case "deep" -> {
                sides.put("page 50,000", () -> pages(49_901));
                sides.put("page 1", () -> pages(1));
            }
            default -> throw new IllegalArgumentException(row);
        }
        return sides;
    }

    // ---- writing

    private static double addAll() throws Exception {
        try (Database db = emptyLibrary()) {
            double start = now();
            db.session().addAll(users());
            db.session().commit();
            return checked(db, start, MANY);
        }
    }

    private static double addAllDynamic() throws Exception {
        String url = "sqlite:///" + emptyFile();
        try (Database db = Database.open(url).models(Models.Member.class, Models.Letter.class)) {
            db.query(Models.Member.class).count();
            double start = now();
            db.session().addAll(IntStream.range(0, MANY).mapToObj(Models.Member::new).toList());
            db.session().commit();
            double seconds = now() - start;
            expect(MANY, (int) db.query(Models.Member.class).count());
            return seconds;
        }
    }

    private static double insertAll() throws Exception {
        try (Database db = emptyLibrary()) {
            double start = now();
            db.session()
                    .insertAll(
                            () -> IntStream.range(0, MANY).mapToObj(Models.User::new).iterator());
            db.session().commit();
            return checked(db, start, MANY);
        }
    }

    private static double persistAll() throws Exception {
        try (SessionFactory plain = plain(emptyFile())) {
            plain.inSession(s -> s.createNativeQuery("select 1", Integer.class).getSingleResult());
            double start = now();
            plain.inTransaction(session -> users().forEach(session::persist));
            return now() - start;
        }
    }

    private static double rawBatch() throws Exception {
        try (Connection connection = raw(emptyFile())) {
            connection.setAutoCommit(false);
            double start = now();
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (int i = 0; i < MANY; i++) {
                    bind(insert, i);
                    insert.addBatch();
                    if (i % 100 == 99) {
                        insert.executeBatch();
                    }
                }
            }
            connection.commit();
            return now() - start;
        }
    }

    private static final int COMMITS = 1_000;

    private static double commits() throws Exception {
        try (Database db = emptyLibrary()) {
            double start = now();
            for (int i = 0; i < COMMITS; i++) {
                db.session().add(new Models.User(i));
                db.session().commit();
                db.closeSession();
            }
            return checked(db, start, COMMITS);
        }
    }

    private static double commitsPlain() throws Exception {
        try (SessionFactory plain = plain(emptyFile())) {
            plain.inSession(s -> s.createNativeQuery("select 1", Integer.class).getSingleResult());
            double start = now();
            for (int i = 0; i < COMMITS; i++) {
                Models.User user = new Models.User(i);
                plain.inTransaction(session -> session.persist(user));
            }
            return now() - start;
        }
    }

    private static double commitsRaw() throws Exception {
        try (Connection connection = raw(emptyFile())) {
            connection.setAutoCommit(false);
            double start = now();
            for (int i = 0; i < COMMITS; i++) {
                try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                    bind(insert, i);
                    insert.executeUpdate();
                }
                connection.commit();
            }
            return now() - start;
        }
    }

    private static List<Models.User> users() {
        return IntStream.range(0, MANY).mapToObj(Models.User::new).toList();
    }

    private static void bind(PreparedStatement insert, int i) throws Exception {
        insert.setString(1, Models.Texts.name(i));
        insert.setString(2, Models.Texts.mail(i));
        insert.setString(3, Models.Texts.hash(i));
    }

    private static double checked(Database db, double start, int rows) {
        double seconds = now() - start;
        if (db.query(Models.User.class).count() != rows) {
            throw new IllegalStateException("rows are missing");
        }
        return seconds;
    }

    // ---- reading

    private static Database library;
    private static SessionFactory hibernate;

    private static Database library(String file, Class<?>... models) {
        if (library == null) {
            library = Database.open("sqlite:///" + folder.resolve(file)).models(models);
        }
        return library;
    }

    private static SessionFactory hibernate(String file) {
        if (hibernate == null) {
            hibernate = plain(folder.resolve(file));
        }
        return hibernate;
    }

    private static Database lists(String file) {
        return library(file, Models.User.class, Models.Post.class);
    }

    private static double load() {
        Database db = lists("users.sqlite");
        double start = now();
        expect(MANY, db.query(Models.User.class).all().size());
        double seconds = now() - start;
        db.closeSession();
        return seconds;
    }

    private static double loadPlain() {
        try (Session session = hibernate("users.sqlite").openSession()) {
            double start = now();
            expect(
                    MANY,
                    session.createSelectionQuery("from User", Models.User.class)
                            .getResultList()
                            .size());
            return now() - start;
        }
    }

    private static int id(int k) {
        return (int) (k * 9973L % MANY) + 1;
    }

    private static double gets() {
        Database db = lists("users.sqlite");
        double start = now();
        for (int k = 0; k < 10_000; k++) {
            expect(id(k), db.query(Models.User.class).get(id(k)).orElseThrow().id);
            db.closeSession();
        }
        return now() - start;
    }

    /** Measures the gets once for both sides of a round. */
    private static double sharedGets() {
        if (measured >= 0) {
            double shared = measured;
            measured = -1;
            return shared;
        }
        measured = gets();
        return measured;
    }

    /** Returns the time of the tracer's checks for 10,000 gets. */
    private static double checks() {
        int on = 0;
        double start = now();
        for (int k = 0; k < 10_000 * CHECKS; k++) {
            on += Tracer.isOn() ? 1 : 0;
        }
        expect(0, on);
        return now() - start;
    }

    private static double getsPlain() {
        SessionFactory plain = hibernate("users.sqlite");
        double start = now();
        for (int k = 0; k < 10_000; k++) {
            try (Session session = plain.openSession()) {
                expect(id(k), session.find(Models.User.class, id(k)).id);
            }
        }
        return now() - start;
    }

    private static double lazy() {
        Database db = lists("posts10k.sqlite");
        double start = now();
        expect(
                10_000,
                db.query(Models.User.class).all().stream().mapToInt(u -> u.posts.size()).sum());
        double seconds = now() - start;
        db.closeSession();
        return seconds;
    }

    private static double lazyPlain() {
        try (Session session = hibernate("posts10k.sqlite").openSession()) {
            double start = now();
            expect(
                    10_000,
                    session
                            .createSelectionQuery("from User", Models.User.class)
                            .getResultList()
                            .stream()
                            .mapToInt(u -> u.posts.size())
                            .sum());
            return now() - start;
        }
    }

    private static final int PAGES = 100;

    private static Database dynamic() {
        return library("posts1m.sqlite", Models.Writer.class, Models.Article.class);
    }

    private static double page() {
        Database db = dynamic();
        double start = now();
        for (int i = 0; i < PAGES; i++) {
            Models.Writer writer = db.session().find(Models.Writer.class, 1);
            expect(20, writer.posts.orderBy("timestamp desc").limit(20).all().size());
            db.closeSession();
        }
        return (now() - start) / PAGES;
    }

    private static double pagePlain() {
        SessionFactory plain = hibernate("posts1m.sqlite");
        double start = now();
        for (int i = 0; i < PAGES; i++) {
            try (Session session = plain.openSession()) {
                expect(
                        20,
                        session.createSelectionQuery(
                                        "from Post where author = :author order by timestamp desc",
                                        Models.Post.class)
                                .setParameter("author", session.find(Models.User.class, 1))
                                .setMaxResults(20)
                                .getResultList()
                                .size());
            }
        }
        return (now() - start) / PAGES;
    }

    private static double dynamicCount() {
        Database db = dynamic();
        double start = now();
        Models.Writer writer = db.session().find(Models.Writer.class, 1);
        expect(20, writer.posts.orderBy("timestamp desc").limit(20).all().size());
        expect(MILLION, (int) writer.posts.count());
        double seconds = now() - start;
        db.closeSession();
        return seconds;
    }

    private static double countPlain() {
        try (Session session = hibernate("posts1m.sqlite").openSession()) {
            double start = now();
            Models.User user = session.find(Models.User.class, 1);
            String from = "from Post where author = :author";
            expect(
                    20,
                    session.createSelectionQuery(
                                    from + " order by timestamp desc", Models.Post.class)
                            .setParameter("author", user)
                            .setMaxResults(20)
                            .getResultList()
                            .size());
            expect(
                    MILLION,
                    session.createSelectionQuery("select count(*) " + from, Long.class)
                            .setParameter("author", user)
                            .getSingleResult()
                            .intValue());
            return now() - start;
        }
    }

    private static Slice<Models.Article> slice;
    private static int sliceNumber;

    /** Returns the median time of a hundred pages of twenty rows, starting with this one. */
    private static double pages(int from) {
        Database db = dynamic();
        if (slice == null || sliceNumber > from) {
            slice = db.query(Models.Article.class).orderBy("id").slice(20);
            sliceNumber = 1;
        }
        while (sliceNumber < from) {
            next(db);
        }
        double[] times = new double[99];
        for (int i = 0; i < times.length; i++) {
            double start = now();
            next(db);
            times[i] = now() - start;
        }
        java.util.Arrays.sort(times);
        return times[times.length / 2];
    }

    private static void next(Database db) {
        Optional<Slice<Models.Article>> next = slice.next();
        slice = next.orElseThrow();
        sliceNumber++;
        db.session().clear();
    }

    // ---- the databases

    private static Database emptyLibrary() throws Exception {
        Database db =
                Database.open("sqlite:///" + emptyFile())
                        .models(Models.User.class, Models.Post.class);
        db.query(Models.User.class).count();
        db.closeSession();
        return db;
    }

    private static Path emptyFile() throws Exception {
        return file("empty.sqlite");
    }

    private static Path file(String name) throws Exception {
        Path file = folder.resolve(name);
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(file + suffix));
        }
        try (Database db = Database.open("sqlite:///" + file)) {
            db.models(Models.User.class, Models.Post.class).createAll();
        }
        return file;
    }

    private static Connection raw(Path file) throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + file + SETTINGS);
    }

    private static SessionFactory plain(Path file) {
        return new Configuration()
                .addAnnotatedClass(Models.User.class)
                .addAnnotatedClass(Models.Post.class)
                .setProperty("hibernate.connection.url", "jdbc:sqlite:" + file + SETTINGS)
                .setProperty("hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect")
                .setProperty("hibernate.connection.pool_size", "4")
                .setProperty("hibernate.jdbc.batch_size", "100")
                .setProperty("hibernate.order_inserts", "true")
                .buildSessionFactory();
    }

    private static void makeData() throws Exception {
        fill("users.sqlite", MANY, 0);
        fill("posts10k.sqlite", 1_000, 10_000);
        fill("posts1m.sqlite", 1, MILLION);
        new File(folder.toFile(), "made").createNewFile();
    }

    private static void fill(String name, int users, int posts) throws Exception {
        DateTimeFormatter readable = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
        try (Connection connection = raw(file(name));
                Statement statement = connection.createStatement();
                PreparedStatement user = connection.prepareStatement(INSERT);
                PreparedStatement post =
                        connection.prepareStatement(
                                "insert into posts (body, timestamp, user_id) values (?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < users; i++) {
                bind(user, i);
                user.executeUpdate();
            }
            LocalDateTime first = LocalDateTime.of(2020, 1, 1, 0, 0);
            for (int i = 0; i < posts; i++) {
                post.setString(1, "post " + i + ": the quick brown fox jumps over the lazy dog");
                post.setString(2, readable.format(first.plusSeconds(i * 7919L % posts)));
                post.setInt(3, i % users + 1);
                post.executeUpdate();
            }
            connection.commit();
            connection.setAutoCommit(true);
            try (ResultSet done = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
                done.next();
            }
        }
    }

    private static void expect(int expected, int actual) {
        if (expected != actual) {
            throw new IllegalStateException(actual + " instead of " + expected);
        }
    }

    private static double now() {
        return System.nanoTime() / 1e9;
    }

    /** Returns this process's peak memory; 0 if the system does not report it. */
    private static long residentMegabytes() throws Exception {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
