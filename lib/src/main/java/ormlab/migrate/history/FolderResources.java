package ormlab.migrate.history;

import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Passes the files of one folder to Flyway. Flyway's own scanner finds the same files but is
 * slower, because it prepares to search class paths and cloud storage as well.
 */
final class FolderResources implements ResourceProvider {
    private final MigrationFolder folder;
    private final List<Path> files;

    FolderResources(MigrationFolder folder) {
        this.folder = folder;
        this.files = folder.sqlFiles();
    }

    /** Also finds the file next to a migration that tells Flyway how to read it. */
    @Override
    public @Nullable LoadableResource getResource(String name) {
        Path beside = folder.path().resolve(name);
        if (name.endsWith(".conf") && Files.isRegularFile(beside)) {
            return new FileResource(beside);
        }
        return files.stream()
                .map(file -> (LoadableResource) new FileResource(file))
                .filter(resource -> resource.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.stream()
                .filter(file -> matches(file.getFileName().toString(), prefix, suffixes))
                .map(file -> (LoadableResource) new FileResource(file))
                .toList();
    }

    private static boolean matches(String name, String prefix, String[] suffixes) {
        return name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith);
    }

    private final class FileResource extends LoadableResource {
        private final Path file;

        private FileResource(Path file) {
            this.file = file;
        }

        @Override
        public Reader read() {
            return new StringReader(folder.read(file));
        }

        @Override
        public String getAbsolutePath() {
            return file.toAbsolutePath().toString();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return file.toAbsolutePath().toString();
        }

        @Override
        public String getFilename() {
            return file.getFileName().toString();
        }

        /** Returns the path for the history, which is the same as with Flyway's own scanner. */
        @Override
        public String getRelativePath() {
            return MigrationFolder.shown(folder.path().relativize(file));
        }
    }
}
