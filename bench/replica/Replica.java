import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.notebook.PostgresPair;

/**
 * Counts reads that miss their own thread's write, and commits lost in a failover. Arguments:
 * reads, failovers.
 */
public class Replica {
    private static final Logger QUIET = Logger.getLogger("");

    @Entity(name = "Note")
    public static class Note {
        @Id UUID id = UUID.randomUUID(); // a counter's number might be used again after its row was lost
    }

    public static void main(String[] args) throws Exception {
        QUIET.setLevel(Level.OFF);
        try (PostgresPair servers = PostgresPair.start()) {
            ownWrites(servers, Integer.parseInt(args[0]));
            failovers(servers, Integer.parseInt(args[1]));
        }
    }

    private static Database open(PostgresPair servers) {
        ConnectionSettings settings = ConnectionSettings.defaults().replicas(servers.replicaUrl()).poolMillis(60_000);
        Database db = Database.open(servers.url(), settings).models(Note.class);
        db.createAll();
        return db;
    }

    private static UUID write(Database db) {
        Note note = new Note();
        db.session().add(note);
        db.session().commit();
        return note.id;
    }

    /**
     * With the feature, reads through readOnly(); without it, directly from the replica, as a plain
     * second Database would.
     */
    private static void ownWrites(PostgresPair servers, int reads) throws Exception {
        for (Duration delay : List.of(Duration.ZERO, Duration.ofMillis(200))) {
            servers.delay(delay);
            try (Database db = open(servers); Database replica = Database.open(servers.replicaUrl()).models(Note.class)) {
                servers.awaitReplica();
                TimeUnit.MILLISECONDS.sleep(500);
                int stale = 0;
                int byReplica = 0;
                int without = 0;
                for (int i = 0; i < reads; i++) {
                    UUID id = write(db);
                    Boolean[] seen = db.readOnly().inTransaction(session -> new Boolean[] {
                        session.find(Note.class, id) != null,
                        session.createNativeQuery("select pg_is_in_recovery()", Boolean.class).getSingleResult()
                    });
                    stale += seen[0] ? 0 : 1;
                    byReplica += seen[1] ? 1 : 0;
                    UUID next = write(db);
                    replica.session().rollback();
                    without += replica.session().find(Note.class, next) == null ? 1 : 0;
                }
                System.out.printf("delay %3d ms: of %d reads after own writes, %d stale with readOnly() (%d of them from the replica),"
                        + " %d stale without%n", delay.toMillis(), reads, stale, byReplica, without);
            }
        }
        servers.delay(Duration.ZERO);
    }

    private static void failovers(PostgresPair servers, int failovers) throws Exception {
        servers.synchronous(true);
        List<UUID> acknowledged = new CopyOnWriteArrayList<>();
        List<Long> recoveries = new ArrayList<>();
        int lost = 0;
        try (Database db = open(servers)) {
            for (int i = 0; i < failovers; i++) {
                recoveries.add(failover(servers, db, acknowledged));
                servers.addReplica();
            }
            for (UUID id : acknowledged) {
                lost += db.session().find(Note.class, id) == null ? 1 : 0;
            }
        }
        Collections.sort(recoveries);
        System.out.printf("%d failovers: %d acknowledged writes, %d lost; first write after the promotion began: median %d ms, worst %d ms%n",
                failovers, acknowledged.size(), lost, recoveries.get(recoveries.size() / 2), recoveries.get(recoveries.size() - 1));
    }

    /**
     * Kills the primary while a thread writes; returns the milliseconds from the promotion to that
     * thread's next commit.
     */
    private static long failover(PostgresPair servers, Database db, List<UUID> acknowledged) throws Exception {
        AtomicBoolean ends = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            while (!ends.get()) {
                try {
                    acknowledged.add(write(db));
                } catch (RuntimeException failed) {
                    db.session().rollback();
                }
            }
            db.closeSession();
        });
        int before = acknowledged.size();
        writer.start();
        while (acknowledged.size() < before + 20) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        servers.killPrimary();
        int killed = acknowledged.size();
        long began = System.nanoTime();
        servers.promote();
        while (acknowledged.size() <= killed) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        long millis = (System.nanoTime() - began) / 1_000_000;
        ends.set(true);
        writer.join();
        return millis;
    }
}
