package ch09_out_of_the_notebook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.grade.NotSolvedYet;

@DisplayName("A pharmacy starts up")
class PharmacyTest {
    private static final String PLACES = "01_configuration, \"Which setting wins\"";
    private static final String SECRETS = "09b_connections, \"Secrets\"";
    private static final String POOL = "09b_connections, \"The pool\"";
    private static final String KEY = "poppy-7731";

    /** Nothing listens at port 1, so this fails at once. */
    private static final String UNREACHABLE = "postgresql://clerk:aspirin@localhost:1/pharmacy";

    @TempDir Path folder;
    private Path withFile;
    private Path empty;
    private String url;
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void folders() throws IOException {
        withFile = Files.createDirectory(folder.resolve("with-file"));
        empty = Files.createDirectory(folder.resolve("empty"));
        url = url("variable");
        Files.writeString(
                withFile.resolve(".env"),
                "DATABASE_URL=" + url("file") + "\nSUPPLIER_KEY=" + KEY + "\nPOOL_SIZE=2\n");
    }

    private String url(String name) {
        return "sqlite:///" + folder.resolve(name + ".sqlite");
    }

    private Pharmacy start(Map<String, String> variables, Path from) {
        return Pharmacy.start(variables, from, log::add);
    }

    /** Starts with settings that are right. */
    private Pharmacy started() {
        try {
            return start(Map.of("DATABASE_URL", url, "SUPPLIER_KEY", KEY, "POOL_SIZE", "3"), empty);
        } catch (NotSolvedYet toDo) {
            throw toDo;
        } catch (RuntimeException failed) {
            throw new Mistake(
                    "All three settings are variables, and start threw " + text(failed) + ".",
                    PLACES);
        }
    }

    /** Returns the class and the message, without the path of this machine. */
    private String text(Throwable failed) {
        return failed.getClass().getSimpleName() + ": \"" + message(failed) + "\"";
    }

    private String message(Throwable failed) {
        return String.valueOf(failed.getMessage()).replace(folder.toString(), "…");
    }

    @Test
    @Order(1)
    @DisplayName("Settings are read from the variables, or else from the file .env.")
    void places() {
        Pharmacy both = started();
        String opened = both.db().url().toString();
        both.db().close();
        Mistake.when(
                !opened.equals(url) || !KEY.equals(both.supplierKey()),
                "All three settings are variables, and another database or key is used.",
                PLACES);
        Pharmacy file;
        try {
            file = start(Map.of(), withFile);
        } catch (RuntimeException refused) {
            throw new Mistake(
                    "All settings are in the folder's .env, and start threw "
                            + refused.getClass().getSimpleName()
                            + ". Environment.of(variables, folder) reads that file.",
                    PLACES);
        }
        opened = file.db().url().toString();
        file.db().close();
        Mistake.when(
                !opened.equals(url("file")) || !KEY.equals(file.supplierKey()),
                "All settings are in the folder's .env, and another database or key is used.",
                PLACES);
        Pharmacy mixed = start(Map.of("DATABASE_URL", url), withFile);
        opened = mixed.db().url().toString();
        mixed.db().close();
        Mistake.when(
                !opened.equals(url),
                "DATABASE_URL is a variable and a line of .env, and the line won.",
                PLACES);
    }

    @Test
    @Order(2)
    @DisplayName("One error names all missing settings and the file .env, and nothing is opened.")
    void missing() {
        missing(Map.of(), "DATABASE_URL", "SUPPLIER_KEY");
        missing(Map.of("DATABASE_URL", url, "SUPPLIER_KEY", " "), "SUPPLIER_KEY");
        missing(Map.of("SUPPLIER_KEY", KEY), "DATABASE_URL");
        Mistake.when(
                Files.exists(folder.resolve("variable.sqlite")),
                "SUPPLIER_KEY was missing, and the database was opened all the same. Check the"
                        + " settings first.",
                SECRETS);
    }

    private void missing(Map<String, String> variables, String... names) {
        String what =
                String.join(" and ", names) + (names.length > 1 ? " are" : " is") + " not set";
        String message;
        try {
            start(variables, empty).db().close();
            throw new Mistake(
                    what
                            + ", and the program started. A default hides the mistake: the data goes"
                            + " elsewhere, or orders have no valid key.",
                    SECRETS);
        } catch (NotSolvedYet toDo) {
            throw toDo;
        } catch (IllegalStateException refused) {
            message = message(refused);
        } catch (RuntimeException refused) {
            throw new Mistake(
                    what
                            + ", and start threw "
                            + text(refused)
                            + ". Throw an IllegalStateException that says what to set.",
                    SECRETS);
        }
        for (String name : names) {
            Mistake.when(
                    !message.contains(name),
                    what
                            + ", and the error is \""
                            + message
                            + "\", without "
                            + name
                            + ". Whoever sets only what it names gets the next error.",
                    SECRETS);
        }
        for (String name : variables.keySet()) {
            Mistake.when(
                    !List.of(names).contains(name) && message.contains(name),
                    what + ", and the error also names " + name + ", which is set.",
                    SECRETS);
        }
        Mistake.when(
                !message.contains(".env"),
                what
                        + ", and the error is \""
                        + message
                        + "\", which doesn't say where to set it. Name the file .env.",
                SECRETS);
    }

    @Test
    @Order(3)
    @DisplayName("The pool has POOL_SIZE connections, or ten; a wrong size is named in the error.")
    void pool() throws InterruptedException {
        size(Map.of("DATABASE_URL", url, "SUPPLIER_KEY", KEY), empty, "not set", 10);
        size(Map.of("DATABASE_URL", url, "SUPPLIER_KEY", KEY, "POOL_SIZE", "3"), empty, "3", 3);
        if (readsFile()) {
            size(Map.of(), withFile, "2 in the file .env", 2);
        }
        for (String wrong : List.of("ten", "0")) {
            try {
                start(Map.of("DATABASE_URL", url, "SUPPLIER_KEY", KEY, "POOL_SIZE", wrong), empty)
                        .db()
                        .close();
                throw new Mistake("POOL_SIZE is '" + wrong + "', and the program started.", POOL);
            } catch (RuntimeException refused) {
                String message = message(refused);
                Mistake.when(
                        !(refused instanceof IllegalStateException)
                                || !message.contains("POOL_SIZE")
                                || !message.contains(wrong),
                        "POOL_SIZE is '"
                                + wrong
                                + "', and start threw "
                                + text(refused)
                                + ". Throw an IllegalStateException that contains POOL_SIZE and '"
                                + wrong
                                + "'.",
                        POOL);
            }
        }
    }

    /** Returns whether settings in a file are found; if not, task 1 reports it. */
    private boolean readsFile() {
        try {
            start(Map.of(), withFile).db().close();
            return true;
        } catch (RuntimeException failed) {
            return false;
        }
    }

    private void size(Map<String, String> variables, Path from, String is, int right)
            throws InterruptedException {
        int size;
        try (Database db = start(variables, from).db()) {
            size = connections(db, right);
        } catch (IllegalStateException | NumberFormatException noDefault) {
            throw new Mistake(
                    "POOL_SIZE is " + is + ", and start threw " + text(noDefault) + ".", POOL);
        }
        Mistake.when(
                size != right,
                "POOL_SIZE is "
                        + is
                        + ", and the pool has "
                        + (size > right ? "more" : "fewer")
                        + " than "
                        + right
                        + " connections.",
                POOL);
    }

    /** Returns how many threads have a connection, while one more than expected wants one. */
    private static int connections(Database db, int expected) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(expected + 1);
        CountDownLatch enough = new CountDownLatch(expected);
        CountDownLatch tooMany = new CountDownLatch(expected + 1);
        CountDownLatch counted = new CountDownLatch(1);
        AtomicInteger open = new AtomicInteger();
        db.models(Shelf.class);
        for (int i = 0; i <= expected; i++) {
            threads.execute(
                    () -> {
                        try (var session = db.sessionFactory().openSession()) {
                            session.beginTransaction();
                            session.createNativeQuery("select 1", Object.class).getSingleResult();
                            open.incrementAndGet();
                            enough.countDown();
                            tooMany.countDown();
                            counted.await();
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                    });
        }
        enough.await(2, TimeUnit.SECONDS);
        tooMany.await(150, TimeUnit.MILLISECONDS);
        int size = open.get();
        counted.countDown();
        threads.shutdown();
        threads.awaitTermination(2, TimeUnit.SECONDS);
        return size;
    }

    /** A class is needed to open sessions. */
    @Entity(name = "Shelf")
    static class Shelf {
        @Id private Integer id;

        Shelf() {}

        Integer getId() {
            return id;
        }
    }

    @Test
    @Order(4)
    @DisplayName("The log has the URL, and neither a key nor what a customer buys.")
    void logged() {
        try (Database db = started().db()) {
            db.models(Shelf.class);
            db.session().rows("select 1 where ? is not null", "insulin");
        }
        String text = String.join("\n", log);
        Mistake.when(
                text.contains(KEY), "The log contains the key: \"" + line(KEY) + "\".", SECRETS);
        Mistake.when(
                text.contains("insulin"),
                "A customer asked for insulin, and the log contains it, because echo shows the"
                        + " binds.",
                SECRETS);
        Mistake.when(
                !text.contains(url),
                "The log doesn't contain the URL of the database. If the rows look strange one day,"
                        + " nobody knows where they are.",
                PLACES);
    }

    private String line(String part) {
        return log.stream().filter(text -> text.contains(part)).findFirst().orElse("");
    }

    @Test
    @Order(5)
    @DisplayName("No password is in the log or in an error, even if there is no connection.")
    void password() {
        for (String address : List.of(UNREACHABLE, UNREACHABLE.replace("sql:", "sq:"))) {
            try {
                start(Map.of("DATABASE_URL", address, "SUPPLIER_KEY", KEY, "POOL_SIZE", "3"), empty)
                        .db()
                        .close();
                throw new Mistake(
                        "The database can't be reached, and the program started.", PLACES);
            } catch (NotSolvedYet toDo) {
                throw toDo;
            } catch (RuntimeException failed) {
                for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                    Mistake.when(
                            String.valueOf(cause.getMessage()).contains("aspirin"),
                            "The database can't be reached, and the error is "
                                    + text(cause)
                                    + ", where aspirin is the password. The exceptions of"
                                    + " Database.open show it as ***.",
                            SECRETS);
                }
            }
            Mistake.when(
                    !line("aspirin").isEmpty(),
                    "The log contains \""
                            + line("aspirin")
                            + "\", where aspirin is the password. DatabaseUrl.parse(…) shows a URL"
                            + " without it.",
                    SECRETS);
        }
    }

    @Test
    @Order(6)
    @DisplayName("The text of a Pharmacy doesn't contain the key.")
    void shown() {
        Pharmacy pharmacy = started();
        pharmacy.db().close();
        String text = pharmacy.toString();
        Mistake.when(
                text.contains(KEY),
                "Sooner or later somebody prints the Pharmacy, and the text contains the key,"
                        + " because a record shows all its parts. Write a toString without it.",
                SECRETS);
    }
}
