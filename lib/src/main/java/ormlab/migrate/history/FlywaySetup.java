package ormlab.migrate.history;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import ormlab.config.ConnectionSource;
import ormlab.config.OpenedConnections;
import ormlab.migrate.internal.engine.MigrationEngine;

/** Configures Flyway for one folder and one database. */
final class FlywaySetup {
    private final ConnectionSource source;
    private final MigrationFolder folder;
    private final List<JavaMigration> javaMigrations;

    FlywaySetup(
            ConnectionSource source, MigrationFolder folder, List<JavaMigration> javaMigrations) {
        this.source = source;
        this.folder = folder;
        this.javaMigrations = List.copyOf(javaMigrations);
    }

    MigrationEngine engine() {
        return MigrationEngine.of(source.engine());
    }

    ConnectionSource source() {
        return source;
    }

    DataSource connections() {
        return source.schemaConnections();
    }

    /** Returns a configuration for upgrades, which does not search the class path. */
    FluentConfiguration up() {
        FluentConfiguration configuration =
                Flyway.configure(FlywaySetup.class.getClassLoader())
                        .dataSource(connections())
                        .resourceProvider(new FolderResources(folder))
                        .javaMigrationClassProvider(List::of)
                        .javaMigrations(javaMigrations.toArray(JavaMigration[]::new))
                        .group(true); // all pending migrations, or none
        configuration.callbacks(new ForeignKeyCheck(engine()));
        engine().configure(configuration);
        return configuration;
    }

    /** Returns a configuration for reading within the caller's transaction. */
    FluentConfiguration on(Connection connection) {
        Connection borrowed = new BorrowedConnection(connection).asConnection();
        return up().dataSource(new OpenedConnections(() -> borrowed));
    }

    /** Returns a configuration in which the downgrade files are the migrations. */
    FluentConfiguration down() {
        return up().sqlMigrationPrefix("U").javaMigrations();
    }

    List<MigrationVersion> javaVersions() {
        return javaMigrations.stream().map(JavaMigration::getVersion).toList();
    }

    boolean isJava(MigrationVersion version) {
        return javaVersions().contains(version);
    }

    /** Returns the Java migration of a version if it can be undone. */
    Optional<ReversibleMigration> reversible(MigrationVersion version) {
        return javaMigrations.stream()
                .filter(migration -> version.equals(migration.getVersion()))
                .filter(ReversibleMigration.class::isInstance)
                .map(ReversibleMigration.class::cast)
                .filter(ReversibleMigration::isReversible)
                .findFirst();
    }
}
