import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import ormlab.Database;
import ormlab.migrate.Migrations;

/**
 * The library's side: for each line {@code WORK TABLES URL FOLDER}, runs one round and prints its
 * seconds as a line of JSON.
 */
final class Migrate {
    private static final List<Logger> SILENT =
            List.of("org.hibernate", "org.flywaydb", "com.zaxxer.hikari").stream().map(Logger::getLogger).toList();

    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long began;

    private Migrate() {}

    public static void main(String[] arguments) throws Exception {
        SILENT.forEach(logger -> logger.setLevel(Level.SEVERE));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ");
            Class<?>[] models = models(words[0], Integer.parseInt(words[1]));
            empty(words[2]);
            System.out.println(new Migrate().round(words[0], models, words[2], words[3]));
        }
        System.exit(0);
    }

    private static Class<?>[] models(String work, int tables) throws ClassNotFoundException {
        if (work.equals("three")) {
            return new Class<?>[] {Class.forName("app.User"), Class.forName("app.Post")};
        }
        Class<?>[] models = new Class<?>[tables];
        for (int i = 0; i < tables; i++) {
            models[i] = Class.forName("model.T%03d".formatted(i));
        }
        return models;
    }

    /**
     * Makes the database empty: each round gets a new SQLite file, and PostgreSQL's database is
     * emptied.
     */
    private static void empty(String url) throws SQLException {
        if (url.startsWith("postgresql:")) {
            String address = "jdbc:" + url.replaceFirst("//.*@", "//");
            try (Connection connection = DriverManager.getConnection(address, "postgres", "");
                    Statement statement = connection.createStatement()) {
                statement.execute("drop schema public cascade; create schema public");
            }
        }
    }

    private String round(String work, Class<?>[] models, String url, String folder) throws IOException {
        begin();
        try (Database db = Database.open(url).models(models)) {
            end("models");
            Migrations migrations = db.migrations(Path.of(folder, "migrations").toString());
            if (work.equals("three")) {
                begin();
                migrations.init();
                migrations.migrate("initial migration");
                migrations.upgrade();
                end("three");
            } else {
                migrations.init();
                begin();
                migrations.migrate("initial migration");
                end("first");
                begin();
                migrations.upgrade();
                end("apply");
                begin();
                require(migrations.check().exitCode() == 0, "the database is as the models ask for");
                end("same");
            }
        }
        return seconds.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\":" + each.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("It does not hold that " + what + ".");
        }
    }

    private void begin() {
        began = System.nanoTime();
    }

    private void end(String what) {
        seconds.put(what, (System.nanoTime() - began) / 1e9);
    }
}
