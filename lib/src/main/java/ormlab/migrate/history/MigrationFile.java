package ormlab.migrate.history;

import java.nio.file.Path;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Is a migration that stands in files: one to go up with, and perhaps one to go down with.
 *
 * @param version its version; not null
 * @param description its message as the file name tells it; not null
 * @param up the file {@code V…}; not null
 * @param down the file {@code U…}; not null
 */
public record MigrationFile(
        MigrationVersion version, String description, Path up, Optional<Path> down) {
    /** Names the file to go up with. */
    @Override
    public String toString() {
        return up.getFileName().toString();
    }
}
