package ormlab.notebook;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import ormlab.error.OrmlabException;

/**
 * A PostgreSQL server of a {@link PostgresPair}: its folder, its port, and its process, if it is
 * running.
 */
final class PostgresServer {
    private static final String LOCK = "epg-lock";

    /**
     * Folders of a running server whose contents a copy does not need, because it gets the log from
     * its primary.
     */
    private static final Set<String> EMPTY_IN_A_COPY =
            Set.of(
                    "pg_wal",
                    "pg_replslot",
                    "pg_stat_tmp",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_subtrans");

    private static final Set<String> NOT_COPIED =
            Set.of("postmaster.pid", "postmaster.opts", LOCK, "standby.signal");

    private static final int PATIENCE_SECONDS = 60;
    private static final int KILLED_AFTER_SECONDS = 2;

    private final Path data;
    private int port;
    private EmbeddedPostgres running;

    PostgresServer(Path data) {
        this.data = data;
    }

    Path data() {
        return data;
    }

    String host() {
        return "localhost:" + port;
    }

    /** Starts the server, as a replica if its folder says so; it keeps its port. */
    void start() {
        try {
            running =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setRegisterShutdownHook(false)
                            .setPort(port)
                            // The artifact's default, off, acknowledges commits that may then be
                            // lost.
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("wal_keep_size", "256MB")
                            .setServerConfig("wal_retrieve_retry_interval", "100ms")
                            // Keeps what a killed server leaves behind in its folder.
                            .setServerConfig("dynamic_shared_memory_type", "mmap")
                            .start();
            port = running.getPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void kill() {
        if (running == null) {
            return;
        }
        ProcessHandle server = process();
        List<ProcessHandle> all = Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        // A killed process stays in the process list until its parent process collects it.
        CompletableFuture.allOf(
                        all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, KILLED_AFTER_SECONDS, TimeUnit.SECONDS)
                .join();
        // This process holds a lock on the file as long as it is the same file.
        data.resolve(LOCK).toFile().delete();
        running = null;
    }

    /**
     * Returns the server's process: the one that was started only starts the server, which records
     * its own number.
     */
    private ProcessHandle process() {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Copies the running server into an empty folder, as its replica. */
    void copyTo(Path target) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('replica', true)");
            copyFiles(target);
            try (ResultSet label =
                    statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                Files.writeString(target.resolve("backup_label"), label.getString(1));
            }
            Files.createFile(target.resolve("standby.signal"));
            Files.writeString(
                    target.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost port=" + port + " user=postgres'\n");
        } catch (SQLException failed) {
            throw failed(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void copyFiles(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path relative = data.relativize(file);
                boolean inside = relative.getNameCount() > 1;
                if (!NOT_COPIED.contains(relative.toString())
                        && !(inside && EMPTY_IN_A_COPY.contains(relative.getName(0).toString()))) {
                    copy(file, target.resolve(relative));
                }
            }
        }
    }

    private static void copy(Path file, Path target) throws IOException {
        try {
            // The server does not accept a folder that others can read.
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException deleted) {
            // The server deletes files during the copy; its log tells the copy about them.
        }
    }

    /** Sets a parameter; the server's processes notice it within milliseconds. */
    void set(String parameter, String value) {
        run("alter system set " + parameter + " = '" + value + "'");
        run("select pg_reload_conf()");
    }

    void run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    String value(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    /** Waits until a query returns true. */
    void await(String condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!"t".equals(value(condition))) {
            if (System.nanoTime() > until) {
                throw new OrmlabException(
                        "The server on port %d did not reach this within %d s: %s"
                                .formatted(port, PATIENCE_SECONDS, condition));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new OrmlabException("The code was interrupted.", stopped);
            }
        }
    }

    private Connection connect() throws SQLException {
        if (running == null) {
            throw new OrmlabException("The server on port " + port + " is not running.");
        }
        return running.getPostgresDatabase().getConnection();
    }

    private OrmlabException failed(SQLException failed) {
        return new OrmlabException(
                "The server on port %d: %s".formatted(port, failed.getMessage()), failed);
    }
}
