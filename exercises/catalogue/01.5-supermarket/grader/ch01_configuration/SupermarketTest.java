package ch01_configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.grade.NotSolvedYet;
import ormlab.session.WrongThread;

@DisplayName("Three tills")
class SupermarketTest {
    private static final String THREADS = "09b_connections, \"Threads and sessions\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final List<String> TILLS = List.of("till 1", "till 2", "till 3");

    @TempDir Path folder;
    private Database db;
    private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
    private final AtomicInteger storedInTime = new AtomicInteger();

    /** A thread belongs to the group of the thread that created it, so all errors arrive here. */
    private final ThreadGroup tills =
            new ThreadGroup("tills") {
                @Override
                public void uncaughtException(Thread thread, Throwable error) {
                    thrown.add(error);
                }
            };

    @BeforeEach
    void sell() throws InterruptedException {
        db = Database.open("sqlite:///" + folder.resolve("supermarket.sqlite"));
        db.models(Sale.class).createAll();
        Thread shift = new Thread(tills, this::shift, "shift");
        shift.start();
        shift.join();
        for (Throwable each : thrown) {
            if (each instanceof NotSolvedYet toDo) {
                throw toDo;
            }
        }
        finishLateSales();
    }

    private void shift() {
        try {
            Supermarket.sell(db, TILLS);
            storedInTime.set(count());
        } catch (Exception failed) {
            thrown.add(failed);
        }
    }

    /**
     * Waits for tills that are still running, so that the message is not about a closed database.
     */
    private void finishLateSales() throws InterruptedException {
        Thread[] late = new Thread[TILLS.size() * 2];
        int running = tills.enumerate(late);
        for (int i = 0; i < running; i++) {
            late[i].join(2_000);
        }
    }

    @AfterEach
    void close() {
        db.close();
    }

    private int count() {
        return db.rows("select id from sale").size();
    }

    @Test
    @Order(1)
    @DisplayName("The sale of each till is stored.")
    void stored() {
        Mistake.when(
                thrown.stream().anyMatch(WrongThread.class::isInstance),
                "The tills used a session that belongs to another thread, and the session"
                        + " refused: \"A session serves one thread\". Call db.session() or"
                        + " db.inTransaction(…) inside the work of each till.",
                THREADS);
        if (!thrown.isEmpty()) {
            throw new AssertionError(thrown.peek());
        }
        Mistake.when(
                count() < TILLS.size(),
                "Only " + count() + " of 3 sales are stored: a thread ended without a commit.",
                COMMIT);
        Mistake.when(count() > TILLS.size(), count() + " sales are stored instead of 3.", THREADS);
    }

    @Test
    @Order(2)
    @DisplayName("All sales are stored when the method returns.")
    void inTime() {
        Mistake.when(
                count() == TILLS.size() && storedInTime.get() < TILLS.size(),
                "When the method returned, "
                        + storedInTime.get()
                        + " of 3 sales were stored; the others came later. start() doesn't wait for"
                        + " the thread, join() does.",
                THREADS);
    }

    @Test
    @Order(3)
    @DisplayName("Each till works in its own thread.")
    void ownThreads() {
        long threads = db.rows("select distinct thread from sale").size();
        Mistake.when(
                count() == TILLS.size() && threads < TILLS.size(),
                "Three sales were made in "
                        + threads
                        + (threads == 1 ? " thread" : " threads")
                        + ", so a till had to wait for another. Start a thread for each till.",
                THREADS);
    }

    @Test
    @Order(4)
    @DisplayName("All connections are returned.")
    void connections() {
        int kept = db.connectionsInUse();
        Mistake.when(
                kept > 0,
                kept + " connections are still in use after all tills have finished.",
                THREADS);
    }
}
