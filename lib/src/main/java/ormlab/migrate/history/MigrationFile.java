package ormlab.migrate.history;

import java.nio.file.Path;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A migration in files.
 *
 * @param description its message, from the file name
 * @param up the file {@code V…}
 * @param down the file {@code U…}, if there is one
 */
public record MigrationFile(
        MigrationVersion version, String description, Path up, Optional<Path> down) {
    @Override
    public String toString() {
        return up.getFileName().toString();
    }
}
