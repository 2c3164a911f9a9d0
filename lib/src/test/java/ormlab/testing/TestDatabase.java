package ormlab.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import ormlab.Database;

/**
 * The databases that tests run on: each call opens a new, empty one. {@link OnSqliteAndPostgres}
 * and {@link OnEveryDatabase} run a test on several of them.
 */
public enum TestDatabase {
    /** A SQLite file. */
    SQLITE {
        @Override
        public String freshUrl() {
            return "sqlite:///" + Folders.fresh().resolve("data.sqlite");
        }

        @Override
        public String jdbcUrl() {
            return "jdbc:sqlite:"
                    + Folders.fresh().resolve("test.sqlite")
                    + "?foreign_keys=true&synchronous=OFF";
        }
    },
    /** A database in memory, which only the connections of one {@link Database} see. */
    SQLITE_MEMORY {
        @Override
        public String freshUrl() {
            return "sqlite://";
        }

        @Override
        public String jdbcUrl() {
            throw new UnsupportedOperationException("Two connections would see two databases.");
        }
    },
    /** A separate schema in a PostgreSQL server. */
    POSTGRESQL {
        @Override
        public String freshUrl() {
            return Postgres.freshDatabase();
        }

        @Override
        public String jdbcUrl() {
            return freshUrl();
        }
    };

    /** Returns a URL for {@link Database#open(String)}. */
    public abstract String freshUrl();

    /** Returns a JDBC URL. */
    public abstract String jdbcUrl();

    /** Opens a database with tables for these models. */
    public Database open(Class<?>... models) {
        Database db = Database.open(freshUrl()).models(models);
        db.createAll();
        return db;
    }

    /** Maps classes with plain Hibernate and creates their tables. */
    public MappedModel create(Class<?>... classes) {
        MappedModel model = map(classes);
        model.createTables();
        return model;
    }

    /** Maps classes with plain Hibernate; the database has no tables yet. */
    public MappedModel map(Class<?>... classes) {
        return mapWith(Map.of(), classes);
    }

    /** Maps classes with plain Hibernate and additional settings. */
    public MappedModel mapWith(Map<String, Object> settings, Class<?>... classes) {
        return MappedModel.of(jdbcUrl(), settings, classes);
    }

    /** Folders with a space and an umlaut in their path, deleted when the tests end. */
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
                // The system cleans up its own temporary folder.
            }
        }
    }
}
