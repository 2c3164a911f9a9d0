package ormlab.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the command line, from an archive of its classes where {@code lab.py} has made one.
 *
 * <p>A jar cannot name the archive for the JVM that runs it. So this small class starts a second
 * JVM that has it: two starts with an archive take half the time of one without. Without an
 * archive, and where no second JVM can be had, it goes on by itself.
 */
public final class Launcher {
    /** Where lab.py puts it, seen from the folder of the jars. */
    private static final Path ARCHIVE = Path.of("../../../.lab/archives/command-line.jsa");

    /** For a process that is over in a second. */
    private static final List<String> QUICK =
            List.of(
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    // Elsewhere than it was made for, each page of the archive has to be changed.
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0");

    private Launcher() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        try {
            Path jar = jar();
            Path archive = jar.resolveSibling(ARCHIVE).normalize();
            if (Files.isRegularFile(archive)) {
                System.exit(child(jar, archive, arguments).waitFor());
            }
        } catch (IOException | URISyntaxException | RuntimeException noChild) {
            // The command is more important than its start.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            System.exit(Main.REFUSED);
        }
        Main.main(arguments);
    }

    private static Path jar() throws URISyntaxException {
        return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static Process child(Path jar, Path archive, String[] arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:SharedArchiveFile=" + archive);
        command.add("-Xlog:disable"); // a JVM that the archive does not fit would say so
        command.addAll(QUICK);
        Path unpacked = unpacked(jar, archive);
        if (unpacked != null) {
            command.add("-Dorg.sqlite.lib.path=" + unpacked);
            command.add("-Dorg.sqlite.tmpdir=" + unpacked); // it is looked through at each start
        }
        if (Runtime.version().feature() >= NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-cp");
        command.add(jar.toString());
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** Gives where this very version of SQLite's library was unpacked, or null. */
    private static Path unpacked(Path jar, Path archive) throws IOException {
        String[] drivers =
                jar.getParent().toFile().list((folder, name) -> name.startsWith("sqlite-jdbc-"));
        if (drivers == null || drivers.length != 1) {
            return null;
        }
        Path unpacked = archive.resolveSibling("native").resolve(drivers[0].replace(".jar", ""));
        return Files.isDirectory(unpacked) ? unpacked : null;
    }

    /** From this JDK on, loading SQLite's library is told of unless it was allowed. */
    private static final int NATIVE_ACCESS = 24;
}
