package ormlab.dialect.sqlite.internal.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checks the folder into which the driver unpacks SQLite's native library, because the driver's own
 * messages do not say what is wrong with it.
 */
final class NativeLibrary {
    /** Enough for the library, which has between 1 and 2 MB. */
    private static final long SPACE = 4_000_000;

    private static boolean unpacked;

    private NativeLibrary() {}

    /** Returns why the library cannot be unpacked; it is unpacked once in each process. */
    static synchronized Optional<String> obstacle() {
        if (unpacked || System.getProperty("org.sqlite.lib.path") != null) {
            return Optional.empty();
        }
        String folder =
                System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"));
        Optional<String> obstacle = obstacle(Path.of(folder));
        unpacked = obstacle.isEmpty();
        return obstacle;
    }

    static Optional<String> obstacle(Path folder) {
        return problem(folder)
                .map(
                        problem ->
                                ("SQLite's native library cannot be unpacked into the folder '%s'"
                                                + " (java.io.tmpdir), %s. Start Java with another folder:"
                                                + " -Djava.io.tmpdir=/path/to/folder.")
                                        .formatted(folder, problem));
    }

    private static Optional<String> problem(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.of("which does not exist");
        }
        if (folder.toFile().getUsableSpace() < SPACE) {
            return Optional.of("which is full");
        }
        try {
            Path probe = Files.createTempFile(folder, "ormlab", ".probe");
            try {
                return probe.toFile().setExecutable(true) && Files.isExecutable(probe)
                        ? Optional.empty()
                        : Optional.of("in which nothing may be executed (mounted noexec)");
            } finally {
                Files.delete(probe);
            }
        } catch (IOException refused) {
            return Optional.of("which is not writable");
        }
    }
}
