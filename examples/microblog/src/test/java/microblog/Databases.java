package microblog;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import microblog.model.User;

import ormlab.Database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Fresh databases of each kind, so that every test runs on both. */
enum Databases {
    SQLITE {
        @Override
        String freshUrl() {
            return SCHEME + freshFile();
        }

        @Override
        String copyOf(String url) {
            Path file = freshFile();
            try {
                Files.copy(Path.of(url.substring(SCHEME.length())), file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return SCHEME + file;
        }
    },
    POSTGRESQL {
        @Override
        String freshUrl() {
            return Server.database("");
        }

        @Override
        String copyOf(String url) {
            return Server.database(" template " + url.substring(url.lastIndexOf('/') + 1));
        }
    };

    private static final String SCHEME = "sqlite:///";

    private String withSusan;

    /** Returns the address of an empty database. */
    abstract String freshUrl();

    /** Copies a database that nobody has open. */
    abstract String copyOf(String url);

    /**
     * Returns the address of a database with its tables and one user, susan. It is a copy, because
     * migrating and hashing a password each time would take most of the tests' time.
     */
    synchronized String urlWithSusan() {
        if (withSusan == null) {
            String url = freshUrl();
            Microblog.upgrade(Settings.local(url));
            addUsers(url, List.of("susan"));
            withSusan = url;
        }
        return copyOf(withSusan);
    }

    /** Stores users who can sign in quickly, because their passwords are hashed only once. */
    static void addUsers(String url, List<String> names) {
        try (Database db = Settings.local(url).open()) {
            db.models(Models.all());
            for (String name : names) {
                String hash = Passwords.hash(Browser.PASSWORD, 1);
                db.session().add(new User(name, name + "@example.com", hash));
            }
            db.session().commit();
        }
    }

    private static Path freshFile() {
        try {
            Path folder = Files.createTempDirectory("microblog");
            folder.toFile().deleteOnExit();
            return folder.resolve("test.sqlite");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

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

        private static synchronized String database(String options) {
            String name = "microblog_" + ++databases;
            try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + options);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return "postgresql://postgres@localhost:" + POSTGRES.getPort() + "/" + name;
        }
    }
}
