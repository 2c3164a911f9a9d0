package ormlab.migrate.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import ormlab.Database;
import ormlab.config.DatabaseUrl;

/** Flyway without this library, as a second opinion on each state. */
final class StockFlyway {
    private final FluentConfiguration configuration;

    StockFlyway(Database db, Path folder, JavaMigration... javaMigrations) {
        this.configuration =
                Flyway.configure()
                        .dataSource(jdbc(db.url()), "postgres", "postgres")
                        .locations("filesystem:" + folder)
                        .javaMigrations(javaMigrations);
    }

    private static String jdbc(DatabaseUrl url) {
        return url.jdbcUrl().orElseThrow();
    }

    /** Returns a line for each migration that info reports: "1 Success". */
    List<String> info() {
        return Arrays.stream(flyway().info().all())
                .map(each -> each.getVersion() + " " + each.getState().getDisplayName())
                .toList();
    }

    /**
     * Returns the errors that validate reports, or an empty string. Pending migrations are ignored.
     */
    List<String> validate() {
        return configuration
                .ignoreMigrationPatterns("*:pending")
                .load()
                .validateWithResult()
                .invalidMigrations
                .stream()
                .map(each -> each.version + ": " + each.errorDetails.errorCode)
                .toList();
    }

    /** Runs pending migrations, and returns their versions. */
    List<String> migrate() {
        return flyway().migrate().migrations.stream().map(each -> each.version).toList();
    }

    /** Runs SQL as in a database's own shell, without Flyway. */
    void run(String script) throws SQLException {
        try (Connection connection = configuration.getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    private Flyway flyway() {
        return configuration.load();
    }
}
