package ormlab.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import ormlab.Database;

/**
 * Opens a fresh, empty database of each kind; used as an enum source, so that every test runs on
 * all of them.
 */
public enum Databases {
    SQLITE_FILE {
        @Override
        public String freshUrl() {
            return "sqlite:///" + Folders.fresh().resolve("data.sqlite");
        }
    },
    SQLITE_MEMORY {
        @Override
        public String freshUrl() {
            return "sqlite://";
        }
    },
    POSTGRESQL {
        @Override
        public String freshUrl() {
            return Postgres.freshDatabase();
        }
    };

    /** Gives the address of a new, empty database. */
    public abstract String freshUrl();

    /** Opens a new database with tables for these models. */
    public Database open(Class<?>... models) {
        Database db = Database.open(freshUrl()).models(models);
        db.createAll();
        return db;
    }

    /** Folders with a blank and an umlaut in their path, gone when the tests end. */
    private static final class Folders {
        private static final Path ROOT = root();

        private static Path root() {
            try {
                Path root = Files.createTempDirectory("ormlab test ü");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
                return root;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static Path fresh() {
            try {
                return Files.createTempDirectory(ROOT, "db");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static void delete(Path root) {
            try (Stream<Path> files = Files.walk(root)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            } catch (IOException ignored) {
                // The system clears its own folder for temporary files.
            }
        }
    }
}
