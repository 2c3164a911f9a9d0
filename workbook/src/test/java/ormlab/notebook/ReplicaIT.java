package ormlab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.session.DbSession;

/**
 * Reads from a real replica: while it runs, while it lags, while it is down, and after it became
 * the primary.
 */
@TestMethodOrder(OrderAnnotation.class)
class ReplicaIT {
    private static final Logger LOG = Logger.getLogger("ormlab.replica");

    private static PostgresPair servers;

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    logged.add(new SimpleFormatter().formatMessage(entry));
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };
    private Database db;

    @Entity
    static class Note {
        @Id @GeneratedValue long id;
        String text;

        Note() {}

        Note(String text) {
            this.text = text;
        }
    }

    @BeforeAll
    static void start() {
        servers = PostgresPair.start();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @BeforeEach
    void open() {
        LOG.setUseParentHandlers(false);
        LOG.setLevel(Level.ALL);
        LOG.addHandler(handler);
        ConnectionSettings settings =
                ConnectionSettings.defaults().replicas(servers.replicaUrl()).poolMillis(10_000);
        db = Database.open(servers.url(), settings).models(Note.class);
        db.createAll();
    }

    @AfterEach
    void close() {
        db.close();
        LOG.removeHandler(handler);
    }

    private static boolean isReplica(DbSession session) {
        return session.createNativeQuery("select pg_is_in_recovery()", Boolean.class)
                .getSingleResult();
    }

    private boolean readsFromReplica() {
        return db.readOnly().inTransaction(ReplicaIT::isReplica);
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private long write(String text) {
        Note note = new Note(text);
        db.session().add(note);
        db.session().commit();
        return note.id;
    }

    @Test
    @Order(1)
    void reads_go_to_the_replica_and_everything_else_to_the_primary() throws Exception {
        servers.awaitReplica();
        eventually(this::readsFromReplica);
        assertThat(isReplica(db.session())).isFalse();
        assertThat(db.<Boolean>inTransaction(ReplicaIT::isReplica)).isFalse();
        assertThat(db.rows("select pg_is_in_recovery()").toString()).contains("false");
        try (DbSession session = db.readOnly().openSession()) {
            assertThat(isReplica(session)).isTrue();
        }
        assertThat(db)
                .hasToString(
                        "<Database %s, replica %s>".formatted(servers.url(), servers.replicaUrl()));
    }

    @Test
    @Order(2)
    void a_write_is_rejected_on_the_replica() throws Exception {
        eventually(this::readsFromReplica);
        assertThatThrownBy(
                        () ->
                                db.readOnly()
                                        .inTransaction(
                                                session -> session.execute("delete from note")))
                .hasMessageContaining(
                        "PostgreSQL rejected a write in a transaction that only reads (cannot execute"
                                + " DELETE in a read-only transaction). Write in db.session() or in"
                                + " db.inTransaction(…)");
    }

    @Test
    @Order(3)
    void a_thread_sees_its_own_write_while_the_replica_lags() throws Exception {
        servers.delay(Duration.ofSeconds(1));
        try {
            for (int i = 0; i < 20; i++) {
                assertThat(found(write("mine"))).isTrue();
            }
            long id = write("mine");
            String token = db.readOnly().lastCommit().orElseThrow();
            assertThat(readsFromReplica()).isFalse();
            assertThat(found(id)).isTrue();
            Thread other =
                    new Thread(
                            () -> {
                                assertThat(found(id)).isFalse();
                                assertThat(readsFromReplica()).isTrue();
                                assertThat(
                                                db.readOnly()
                                                        .after(token)
                                                        .<Note>inTransaction(
                                                                s -> s.find(Note.class, id)))
                                        .isNotNull();
                                assertThat(
                                                db.readOnly()
                                                        .after("no token")
                                                        .inTransaction(ReplicaIT::isReplica))
                                        .isTrue();
                            });
            List<Throwable> wrong = new CopyOnWriteArrayList<>();
            other.setUncaughtExceptionHandler((thread, failed) -> wrong.add(failed));
            other.start();
            other.join();
            assertThat(wrong).isEmpty();
            eventually(this::readsFromReplica);
            assertThat(found(id)).isTrue();
        } finally {
            servers.delay(Duration.ZERO);
        }
    }

    private boolean found(long id) {
        return db.readOnly().inTransaction(session -> session.find(Note.class, id) != null);
    }

    @Test
    @Order(4)
    void a_replica_that_is_down_is_logged_once_and_used_again_later() throws Exception {
        eventually(this::readsFromReplica);
        servers.killReplica();
        for (int i = 0; i < 5; i++) {
            assertThat(readsFromReplica()).isFalse();
        }
        servers.startReplica();
        eventually(this::readsFromReplica);
        assertThat(logged).hasSize(2);
        assertThat(logged.get(0))
                .startsWith("The replica " + servers.replicaUrl() + " does not answer (")
                .endsWith("). The primary serves its reads until it is back.");
        assertThat(logged.get(1))
                .isEqualTo(
                        "The replica " + servers.replicaUrl() + " answers again and serves reads.");
    }

    @Test
    @Order(5)
    void the_pool_finds_the_promoted_replica() throws Exception {
        servers.synchronous(true);
        long id = write("acknowledged");
        db.closeSession();
        servers.killPrimary();
        assertThat(readsFromReplica()).isTrue();
        assertThat(found(id)).isTrue();
        servers.promote();
        eventually(
                () -> {
                    try {
                        return write("after the failover") > 0;
                    } catch (RuntimeException lost) {
                        db.session().rollback();
                        return false;
                    }
                });
        assertThat(found(id)).isTrue();
        servers.addReplica();
    }
}
