package ch09_out_of_the_notebook;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;

@DisplayName("The last seats of a theatre")
class TheatreTest {
    private static final String PROCESSES = "09_out_of_the_notebook, \"More than one process\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final int SEATS = 10;
    private static final long LEAST_PATIENCE_MILLIS = 150;
    private static final int SALES = 10;

    private final Database db = Database.open(FreshDatabase.url());
    private Integer evening;

    @BeforeEach
    void play() {
        db.models(Play.class).createAll();
        Play play = new Play("Hamlet", SEATS);
        db.session().add(play);
        db.session().commit();
        evening = play.getId();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private int free() {
        db.closeSession();
        return db.query(Play.class).get(evening).orElseThrow().getFree();
    }

    private boolean sell(int seats) {
        boolean sold = Theatre.sell(db, evening, seats);
        db.closeSession();
        return sold;
    }

    @Test
    @Order(1)
    @DisplayName("Free seats can be sold, down to the last one, but no more than that.")
    void alone() {
        boolean sold = sell(4);
        committed(sold);
        Mistake.when(
                !sold || free() != 6,
                "After selling 4 of 10 seats, the method returned "
                        + sold
                        + ", and "
                        + free()
                        + " seats are free.",
                PROCESSES);
        boolean tooMany = sell(7);
        Mistake.when(
                tooMany || free() != 6,
                "After trying to sell 7 seats when 6 were free, the method returned "
                        + tooMany
                        + ", and "
                        + free()
                        + " seats are free.",
                PROCESSES);
        boolean last = sell(6);
        Mistake.when(
                !last || free() != 0,
                "After selling the last 6 seats, the method returned "
                        + last
                        + ", and "
                        + free()
                        + " seats are free.",
                PROCESSES);
    }

    private void committed(boolean sold) {
        Mistake.when(
                sold && free() == SEATS,
                "Seats were sold, but for other connections all 10 are still free,"
                        + " because nothing was committed.",
                COMMIT);
    }

    /** Reports that a play was read without a lock and written back. */
    private static final class Locks implements PreUpdateEventListener {
        private static final long serialVersionUID = 1L;

        private final AtomicBoolean missing = new AtomicBoolean();

        @Override
        public boolean onPreUpdate(PreUpdateEvent event) {
            LockMode mode =
                    event.getSession()
                            .getPersistenceContext()
                            .getEntry(event.getEntity())
                            .getLockMode();
            boolean locked = mode.toJpaLockMode() == LockModeType.PESSIMISTIC_WRITE;
            missing.compareAndSet(false, !locked);
            return false;
        }
    }

    /** Lets each of two processes read before the other one writes, unless a lock prevents that. */
    private static final class Meeting implements PostLoadEventListener {
        private static final long serialVersionUID = 1L;

        private final transient CyclicBarrier both = new CyclicBarrier(2);
        private final long patienceMillis;

        /**
         * Waits for the other one as long as several sales take, because a busy computer needs
         * longer.
         */
        Meeting(long saleNanos) {
            patienceMillis =
                    Math.max(
                            LEAST_PATIENCE_MILLIS,
                            TimeUnit.NANOSECONDS.toMillis(SALES * saleNanos));
        }

        @Override
        public void onPostLoad(PostLoadEvent event) {
            try {
                both.await(patienceMillis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (Exception alone) {
                return; // The other one waits for the lock.
            }
        }
    }

    private <L> void listen(EventType<L> type, L listener) {
        db.sessionFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getEventListenerRegistry()
                .getEventListenerGroup(type)
                .appendListener(listener);
    }

    @Test
    @Order(2)
    @DisplayName("Two processes that sell at the same time sell no seat twice.")
    void together() throws Exception {
        Locks locks = new Locks();
        listen(EventType.PRE_UPDATE, locks);
        committed(sell(1));
        Mistake.when(
                locks.missing.get(),
                "The play was read without a lock, changed in Java and written back. On"
                        + " PostgreSQL, another process may read the same number in between, and"
                        + " then one of the two sales is lost. Lock the row when you read it, with"
                        + " PESSIMISTIC_WRITE.",
                PROCESSES);
        long began = System.nanoTime();
        int before = free();
        sell(1);
        listen(EventType.POST_LOAD, new Meeting(System.nanoTime() - began));
        before -= 1;
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Boolean> sale =
                () -> {
                    start.await();
                    return Theatre.sell(db, evening, 2);
                };
        List<FutureTask<Boolean>> sales =
                Stream.generate(() -> sale).limit(2).map(FutureTask::new).toList();
        for (FutureTask<Boolean> task : sales) {
            Thread process = new Thread(task, "process");
            process.setContextClassLoader(Thread.currentThread().getContextClassLoader());
            process.start();
        }
        int sold = 0;
        for (FutureTask<Boolean> task : sales) {
            sold += result(task) ? 2 : 0;
        }
        int gone = before - free();
        Mistake.when(
                sold > 0 && gone < sold,
                "Two processes sold "
                        + sold / 2
                        + " seats each at the same time, but only "
                        + gone
                        + " seats are taken: both read the same number, and each wrote its own"
                        + " result. Lock the row when you read it, or let the UPDATE calculate.",
                PROCESSES);
    }

    private static boolean result(FutureTask<Boolean> sale) throws Exception {
        try {
            return sale.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw failed;
        }
    }

    @Test
    @Order(3)
    @DisplayName("The pools of all processes together leave some connections free.")
    void pools() {
        int four = Theatre.poolSize(100, 4);
        Mistake.when(
                four == 25,
                "4 pools of 25 use all 100 connections of the server, so when they are"
                        + " busy, you cannot connect to see why. Subtract the spare connections"
                        + " before you divide.",
                PROCESSES);
        Mistake.when(
                four == 20,
                "4 pools of 20 leave 20 of 100 connections unused. Subtract the 5 spare"
                        + " ones once, not for each process.",
                PROCESSES);
        Mistake.when(
                four == 24,
                "4 pools of 24 use 96 of 100 connections, but 5 must stay free. Round down.",
                PROCESSES);
        Mistake.when(four != 23, "For 100 connections and 4 processes: " + four + ".", PROCESSES);
        int many = Theatre.poolSize(10, 8);
        Mistake.when(
                many < 1,
                "For 10 connections and 8 processes, the size of a pool is "
                        + many
                        + ", but each process needs at least one connection.",
                PROCESSES);
        Mistake.when(many != 1, "For 10 connections and 8 processes: " + many + ".", PROCESSES);
        int one = Theatre.poolSize(30, 1);
        Mistake.when(one != 25, "For 30 connections and one process: " + one + ".", PROCESSES);
    }
}
