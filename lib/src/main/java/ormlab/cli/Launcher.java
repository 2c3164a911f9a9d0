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
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        if (Runtime.version().feature() >= NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-cp");
        command.add(jar.toString());
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** From this JDK on, loading SQLite's library is told of unless it was allowed. */
    private static final int NATIVE_ACCESS = 24;
}
