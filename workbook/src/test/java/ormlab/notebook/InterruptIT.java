package ormlab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import ormlab.Database;
import ormlab.session.RollbackRequired;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** Interrupts cells: threads with the names that the kernel gives to those that run cells. */
class InterruptIT {
    private static final String ENDLESS =
            "with recursive c(n) as (select 1 union all select n + 1 from c) select count(*) from c";

    @Entity
    static class Line {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @OnSqliteAndPostgres
    void an_interrupt_stops_the_statement_and_frees_its_connection(TestDatabase database)
            throws Exception {
        try (Database db = database.open(Line.class)) {
            Throwable thrown = interrupted(() -> db.rows(ENDLESS));

            assertThat(thrown)
                    .hasMessageContaining("interrupted, so the database stopped this statement");
            assertThat(db.connectionsInUse()).isZero();
            assertThat(cell(() -> db.rows("select 1"))).isNull();
        }
    }

    @OnSqliteAndPostgres
    void an_interrupted_transaction_stores_nothing_and_says_so(TestDatabase database)
            throws Exception {
        try (Database db = database.open(Line.class)) {
            Throwable thrown =
                    interrupted(
                            () -> {
                                db.session().add(new Line());
                                db.session().flush();
                                return db.session()
                                        .createNativeQuery(ENDLESS, Long.class)
                                        .getSingleResult();
                            });
            assertThat(thrown).isNotNull();

            assertThat(cell(() -> commit(db)))
                    .isInstanceOf(RollbackRequired.class)
                    .hasMessageContaining("nothing of it will be stored");
            assertThat(cell(() -> rollback(db))).isNull();
            assertThat(count(db)).isZero();
            assertThat(cell(() -> addLine(db))).isNull();
            assertThat(count(db)).isOne();
        }
    }

    @OnSqliteAndPostgres
    void a_commit_after_the_interrupt_stores_nothing(TestDatabase database) throws Exception {
        try (Database db = database.open(Line.class)) {
            Throwable thrown =
                    cell(
                            () -> {
                                db.session().add(new Line());
                                db.session().flush();
                                Thread.currentThread().interrupt();
                                return commit(db);
                            });

            assertThat(thrown).hasStackTraceContaining("interrupted, so nothing was committed");
            assertThat(cell(() -> rollback(db))).isNull();
            assertThat(count(db)).isZero();
        }
    }

    @OnSqliteAndPostgres
    void interrupted_loops_leave_a_usable_session(TestDatabase database) throws Exception {
        try (Database db = database.open(Line.class)) {
            assertThat(interrupted(() -> endlessly(() -> addLine(db)))).isNotNull();
            cell(() -> rollback(db));
            long stored = count(db);
            assertThat(interrupted(() -> endlessly(() -> db.query(Line.class).count())))
                    .isNotNull();
            cell(() -> rollback(db));

            assertThat(cell(() -> addLine(db))).isNull();
            assertThat(count(db)).isEqualTo(stored + 1);
        }
    }

    private static Object endlessly(Callable<?> code) throws Exception {
        while (true) {
            code.call();
        }
    }

    private static Object addLine(Database db) {
        db.session().add(new Line());
        return commit(db);
    }

    private static Object commit(Database db) {
        db.session().commit();
        return null;
    }

    private static Object rollback(Database db) {
        db.session().rollback();
        return null;
    }

    private static long count(Database db) {
        return ((Number) db.rows("select count(*) from line").values().get(0).get(0)).longValue();
    }

    private static Throwable interrupted(Callable<?> code) throws InterruptedException {
        return run(code, true);
    }

    /** Runs code as a cell does and returns what it throws, or null. */
    private static Throwable cell(Callable<?> code) throws InterruptedException {
        return run(code, false);
    }

    private static Throwable run(Callable<?> code, boolean interrupt) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                code.call();
                            } catch (Throwable failed) {
                                thrown.set(failed);
                            }
                        },
                        "jjava-exec-test-0");
        thread.start();
        if (interrupt) {
            TimeUnit.MILLISECONDS.sleep(200);
            thread.interrupt();
        }
        thread.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(thread.isAlive()).isFalse();
        return thrown.get();
    }
}
