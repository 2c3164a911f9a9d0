package ormlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import ormlab.Database;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** A row that was read with a pessimistic lock does not change until the commit. */
class RowLocksTest {
    private static final int TIMES = 15;

    @Entity
    @Table(name = "counters")
    static class Counter {
        @Id private Integer id;
        private int number;

        Counter() {}

        Counter(Integer id) {
            this.id = id;
        }
    }

    private static void requireNoLostUpdate(TestDatabase kind, Function<DbSession, Counter> locked)
            throws Exception {
        try (Database db = kind.open(Counter.class)) {
            db.session().add(new Counter(1));
            db.session().commit();
            Callable<Object> work =
                    () -> {
                        for (int i = 0; i < TIMES; i++) {
                            locked.apply(db.session()).number++;
                            db.session().commit();
                            db.session().clear();
                        }
                        db.closeSession();
                        return null;
                    };
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                for (Future<?> done :
                        threads.invokeAll(IntStream.range(0, 2).mapToObj(i -> work).toList())) {
                    done.get();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(db.rows("select number from counters").values())
                    .hasToString("[[" + 2 * TIMES + "]]");
        }
    }

    @OnEveryDatabase
    void find_can_lock_a_row(TestDatabase kind) throws Exception {
        requireNoLostUpdate(
                kind, session -> session.find(Counter.class, 1, LockModeType.PESSIMISTIC_WRITE));
    }

    @OnEveryDatabase
    void hql_can_lock_rows(TestDatabase kind) throws Exception {
        requireNoLostUpdate(
                kind,
                session ->
                        session.createQuery("from Counter", Counter.class)
                                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                                .getSingleResult());
    }

    @OnEveryDatabase
    void a_loaded_object_can_be_locked_and_refreshed(TestDatabase kind) throws Exception {
        requireNoLostUpdate(
                kind,
                session -> {
                    Counter counter = session.find(Counter.class, 1);
                    session.lock(counter, LockModeType.PESSIMISTIC_WRITE);
                    session.refresh(counter);
                    return counter;
                });
    }

    @OnEveryDatabase
    void a_refresh_can_lock_a_row(TestDatabase kind) throws Exception {
        requireNoLostUpdate(
                kind,
                session -> {
                    Counter counter = session.find(Counter.class, 1);
                    session.refresh(counter, LockModeType.PESSIMISTIC_WRITE);
                    return counter;
                });
    }

    @OnEveryDatabase
    void a_read_without_a_lock_takes_none(TestDatabase kind) {
        try (Database db = kind.open(Counter.class)) {
            db.session().add(new Counter(1));
            db.session().commit();
            db.session().clear();
            assertThat(db.session().find(Counter.class, 1).number).isZero();
            assertThat(
                            db.trace(() -> db.inTransaction(other -> other.find(Counter.class, 1)))
                                    .text())
                    .doesNotContain("for update");
        }
    }
}
