package ormlab.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Opens jshell with a database, its session and the models in scope. */
@Command(
        name = "shell",
        description = "Opens jshell with db, session and the models at hand.",
        mixinStandardHelpOptions = true)
final class ShellCommand implements Callable<Integer> {
    private static final int NEWER_WARNINGS = 24;

    @Mixin private Project project;

    @Parameters(
            paramLabel = "JSHELL",
            arity = "0..*",
            description = "Files that jshell runs first; write jshell's own options after --.")
    private List<String> more = new ArrayList<>();

    private final Terminal terminal;

    ShellCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Opens the database and the models first, so that errors are reported with our own messages.
     * Then it starts jshell, which opens them again in its own process.
     */
    @Override
    public Integer call() {
        ShellScript script =
                project.withDatabase((db, types) -> ShellScript.of(project, db, types));
        @Nullable Path file = null;
        try {
            file =
                    Files.createTempFile(
                            "ormlab",
                            ".jsh"); // readable only by its owner, because it contains the URL
            Files.writeString(file, script.text());
            terminal.out().println(script.greeting());
            return Jshell.run(arguments(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            delete(file);
        }
    }

    private List<String> arguments(Path startup) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--class-path",
                                classPath(),
                                "--startup",
                                "DEFAULT",
                                "--startup",
                                startup.toString(),
                                "-R-XX:TieredStopAtLevel=1")); // starts sooner
        if (Runtime.version().feature() >= NEWER_WARNINGS) {
            arguments.add("-R--enable-native-access=ALL-UNNAMED");
            arguments.add("-R--sun-misc-unsafe-memory-access=allow");
        }
        arguments.addAll(more);
        return arguments;
    }

    private String classPath() {
        Stream<String> own =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
        Stream<String> models = project.places().stream().map(Path::toString);
        return Stream.concat(own, models)
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            file.toFile().deleteOnExit();
        }
    }

    /** A separate class, because a JVM without jshell must still run the other commands. */
    private static final class Jshell {
        /**
         * Logs, on an account's first start, that it created a folder; the shell would show that.
         */
        private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

        static int run(List<String> arguments) {
            PREFERENCES.setLevel(Level.WARNING);
            try {
                return jdk.jshell.tool.JavaShellToolBuilder.builder()
                        .start(arguments.toArray(String[]::new));
            } catch (NoClassDefFoundError onlyARuntime) {
                throw new OrmlabException(
                        "This Java has no jshell: it is a runtime only. Install a JDK, and run the shell"
                                + " with its java.",
                        onlyARuntime);
            } catch (Exception failed) {
                throw new OrmlabException("jshell did not start: " + failed.getMessage(), failed);
            }
        }
    }
}
