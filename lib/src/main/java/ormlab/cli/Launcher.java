package ormlab.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the command line in a second JVM with options for a process that ends within seconds.
 *
 * <p>A jar cannot set options for the JVM that runs it, and one start without them takes longer
 * than two with them. The first {@code migrate} or {@code upgrade} also leaves an archive of the
 * classes it loaded next to the jar, from which later commands start. The JVM ignores an archive
 * that does not match it or the jars.
 */
public final class Launcher {
    private static final List<String> QUICK =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-Xlog:disable"); // otherwise the JVM reports an archive that does not match

    /** Commands that load nearly all the classes that any command needs. */
    private static final List<String> TYPICAL = List.of("migrate", "upgrade");

    /** The system property that marks the second JVM. */
    private static final String LAUNCHED = "ormlab.launched";

    private Launcher() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        try {
            boolean isShort = arguments.length > 0 && arguments[0].equals("db");
            if (isShort && System.getProperty(LAUNCHED) == null && !hasJvmOptions()) {
                System.exit(launch(jar(), List.of(arguments)));
            }
        } catch (IOException | URISyntaxException | RuntimeException noSecondJvm) {
            // Running the command matters more than a quick start.
        } catch (InterruptedException stopped) {
            System.exit(Main.REFUSED);
        }
        Main.main(arguments);
    }

    /** Returns whether the user gave options to this JVM, such as a debugger's. */
    private static boolean hasJvmOptions() {
        String[] words = ProcessHandle.current().info().arguments().orElse(new String[] {"-jar"});
        return words.length == 0 || !words[0].equals("-jar");
    }

    private static Path jar() throws URISyntaxException {
        return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static int launch(Path jar, List<String> arguments)
            throws IOException, InterruptedException {
        Path archive = Path.of(jar + "-" + Runtime.version() + ".jsa");
        if (Files.exists(archive) && isNewer(archive, jar)) {
            return run(jar, "-XX:SharedArchiveFile=" + archive, arguments);
        }
        if (arguments.stream().noneMatch(TYPICAL::contains)
                || !Files.isWritable(jar.toAbsolutePath().getParent())) {
            return run(jar, "-Xshare:auto", arguments);
        }
        Path made = Path.of(archive + "." + ProcessHandle.current().pid());
        int code = run(jar, "-XX:ArchiveClassesAtExit=" + made, arguments);
        try {
            Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notMade) {
            // Without the archive, the next command only starts a little later.
        }
        return code;
    }

    private static boolean isNewer(Path file, Path other) throws IOException {
        return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) > 0;
    }

    private static int run(Path jar, String archiving, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK);
        command.addAll(List.of(archiving, "-D" + LAUNCHED + "=true", "-jar", jar.toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
