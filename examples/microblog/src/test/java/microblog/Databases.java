package microblog;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Fresh databases of each kind, so that every test runs on both. */
enum Databases {
    SQLITE {
        @Override
        String freshUrl() {
            try {
                Path folder = Files.createTempDirectory("microblog");
                folder.toFile().deleteOnExit();
                return "sqlite:///" + folder.resolve("test.sqlite");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    },
    POSTGRESQL {
        @Override
        String freshUrl() {
            return Server.freshDatabase();
        }
    };

    abstract String freshUrl();

    /** Starts the application with a fresh database, whose tables the migrations created. */
    Microblog start() {
        return start(Settings.local(freshUrl()));
    }

    static Microblog start(Settings settings) {
        Microblog.upgrade(settings);
        return Microblog.start(settings);
    }

    /** One server for all tests of this process. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = begin();
        private static int databases;

        private static EmbeddedPostgres begin() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static synchronized String freshDatabase() {
            String name = "microblog_" + ++databases;
            try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return "postgresql://postgres@localhost:" + POSTGRES.getPort() + "/" + name;
        }
    }
}
