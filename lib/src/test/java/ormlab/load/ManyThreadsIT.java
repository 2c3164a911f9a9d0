package ormlab.load;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** Eight threads read and write at once: no update is lost, and no thread gets an error. */
class ManyThreadsIT {
    private static final int THREADS = 8;

    private static final int EACH = 1_000;

    private static final int COUNTERS = 4;

    @OnEveryDatabase
    void no_update_is_lost_and_no_thread_fails(TestDatabase kind) throws Exception {
        try (Database db = kind.open(Counter.class, Note.class)) {
            addCounters(db);
            inThreads(
                    thread -> {
                        for (int i = 0; i < EACH; i++) {
                            if (i % 4 == 0) {
                                readThenWrite(db, thread, i);
                            } else {
                                raise(db, 1 + (thread + i) % COUNTERS);
                            }
                        }
                        db.closeSession();
                        return null;
                    });
            int writes = THREADS * ((EACH + 3) / 4);
            assertThat(db.query(Note.class).count()).isEqualTo(writes);
            assertThat(sum(db)).isEqualTo(THREADS * EACH - writes);
            db.closeSession();
            assertThat(db.connectionsInUse()).isZero();
        }
    }

    @Test
    void two_processes_share_one_sqlite_file() throws Exception {
        String url = TestDatabase.SQLITE.freshUrl();
        int each = EACH / 4;
        try (Database db = Database.open(url).models(Counter.class, Note.class)) {
            db.createAll();
            addCounters(db);
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                processes.add(Child.start(Raiser.class, url, Integer.toString(each)));
            }
            for (Process process : processes) {
                assertThat(process.waitFor()).isZero();
            }
            assertThat(sum(db)).isEqualTo(2 * 2 * each);
        }
    }

    /** Increments counters in two threads of a separate process. */
    static final class Raiser {
        private Raiser() {}

        public static void main(String[] arguments) throws Exception {
            int each = Integer.parseInt(arguments[1]);
            try (Database db = Database.open(arguments[0]).models(Counter.class, Note.class)) {
                inThreads(
                        2,
                        thread -> {
                            for (int i = 0; i < each; i++) {
                                raise(db, 1 + i % COUNTERS);
                            }
                            return null;
                        });
            }
        }
    }

    private static void addCounters(Database db) {
        for (int id = 1; id <= COUNTERS; id++) {
            db.session().add(new Counter(id));
        }
        db.session().commit();
        db.closeSession(); // otherwise it would still have the counters' old values
    }

    /**
     * On SQLite, the transaction keeps other writers out from the start; on PostgreSQL, it locks
     * the row.
     */
    private static void raise(Database db, int id) {
        db.inTransaction(
                session -> {
                    session.find(Counter.class, id, LockModeType.PESSIMISTIC_WRITE).raise();
                    return null;
                });
    }

    /** The thread's own session reads first, so what it read may be out of date when it writes. */
    private static void readThenWrite(Database db, int thread, int i) {
        assertThat(db.query(Counter.class).all()).hasSize(COUNTERS);
        db.session().add(new Note(thread + " " + i));
        db.session().commit();
        db.session().clear();
    }

    private static int sum(Database db) {
        return db.query(Counter.class).all().stream().mapToInt(Counter::getValue).sum();
    }

    private interface Work {
        Void run(int thread) throws Exception;
    }

    private static void inThreads(Work work) throws Exception {
        inThreads(THREADS, work);
    }

    private static void inThreads(int threads, Work work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                all.add(() -> work.run(thread));
            }
            for (Future<Void> done : executor.invokeAll(all)) {
                done.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
