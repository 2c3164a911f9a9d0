package ch08_shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.cli.Main;
import ormlab.grade.Mistake;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs a jshell and the library's own command line, instead of listing the expected results. */
@DisplayName("A shell for the garden")
class GardenShellTest {
    private static final String BARE = "08_shell, \"A shell without a project\"";
    private static final String PROJECT = "08_shell, \"A shell for a project\"";
    private static final String URL = "sqlite:///garden.sqlite";

    private static final Map<String, String> LINES =
            new TreeMap<>(
                    Map.of(
                            "a",
                            "1 + 1",
                            "b",
                            "List.of(\"rose\", \"tulip\")",
                            "c",
                            "db.query(Plant.class).all()",
                            "d",
                            "import ormlab.Database;",
                            "e",
                            "import java.sql.*;",
                            "f",
                            "new Plant(\"rose\", null)",
                            "g",
                            "var plants = 12",
                            "h",
                            "session.commit()"));

    private static final String KNOWN = "works: it only uses the JDK.";
    private static final String NO_VARIABLE =
            "doesn't work: no database is open, so there is no db and no session.";

    private static final Map<String, String> WHY =
            Map.of(
                    "b",
                    "works: jshell automatically imports java.util and some other"
                            + " packages of the JDK.",
                    "c",
                    NO_VARIABLE,
                    "d",
                    "doesn't work: the library is not on the class path, so there is no"
                            + " package ormlab.",
                    "f",
                    "doesn't work: Plant is a class of the project, which is not on the"
                            + " class path.",
                    "h",
                    NO_VARIABLE);

    /** What jshell imports automatically in a terminal, as far as the lines need it. */
    private static final String BY_ITSELF = "import java.util.*;";

    @TempDir Path folder;

    /** Runs a jshell with an empty class path. */
    private Set<String> really() {
        // The engine is named, because a kernel's class loader does not find it as a service.
        try (JShell bare =
                JShell.builder()
                        .executionEngine(new LocalExecutionControlProvider(), Map.of())
                        .compilerOptions("--class-path", folder.toString())
                        .build()) {
            bare.eval(BY_ITSELF);
            Set<String> understood = new TreeSet<>();
            LINES.forEach(
                    (name, line) -> {
                        String whole = bare.sourceCodeAnalysis().analyzeCompletion(line).source();
                        if (bare.eval(whole).get(0).status() == Snippet.Status.VALID) {
                            understood.add(name);
                        }
                    });
            return understood;
        }
    }

    @Test
    @Order(1)
    @DisplayName("The prediction contains the lines that work in a bare jshell.")
    void predicted() {
        Set<String> said = GardenShell.understood();
        Set<String> unknown = new TreeSet<>(said);
        unknown.removeAll(LINES.keySet());
        Mistake.when(!unknown.isEmpty(), "There are no lines " + unknown + ", only a to h.", BARE);
        Set<String> really = really();
        for (String line : LINES.keySet()) {
            Mistake.when(
                    really.contains(line) != said.contains(line),
                    line + " " + WHY.getOrDefault(line, KNOWN),
                    BARE);
        }
    }

    private Path jar() {
        return folder.resolve("ormlab.jar");
    }

    private List<String> words() {
        return GardenShell.command(jar(), URL, folder.resolve("garden"));
    }

    /** Splits the words into those for java and those for the library's program. */
    private List<String> forProgram(List<String> words) {
        boolean java =
                !words.isEmpty()
                        && Path.of(words.get(0)).getFileName().toString().matches("java(\\.exe)?");
        Mistake.when(
                !java,
                "The program is "
                        + (words.isEmpty() ? "missing" : words.get(0))
                        + ". With the library on its class path, jshell has its classes, but still"
                        + " no db, no session and no models. Use java to run the library's own"
                        + " shell.",
                PROJECT);
        for (int i = 1; i < words.size(); i++) {
            boolean jar = words.get(i - 1).equals("-jar") && words.get(i).equals(jar().toString());
            if (jar || words.get(i).equals(Main.class.getName())) {
                return words.subList(i + 1, words.size());
            }
        }
        throw new Mistake(
                "The command doesn't contain the program for java: -jar and the library's"
                        + " jar, as two separate words.",
                PROJECT);
    }

    /** Lets the library's own command line parse the words. */
    private ParseResult shell() {
        List<String> words = forProgram(words());
        try {
            ParseResult read = Main.commands().parseArgs(words.toArray(String[]::new));
            Mistake.when(
                    !read.hasSubcommand()
                            || !read.subcommand().commandSpec().name().equals("shell"),
                    "The word shell is missing, which makes the library's program open a"
                            + " shell.",
                    PROJECT);
            return read.subcommand();
        } catch (ParameterException refused) {
            throw new Mistake(
                    "The library's program rejects the words: "
                            + refused.getMessage().replace(folder.toString(), "FOLDER")
                            + ". Words with a space between them in a terminal are two separate"
                            + " words here.",
                    PROJECT);
        }
    }

    @Test
    @Order(2)
    @DisplayName("The command runs the library's shell.")
    void opensShell() {
        shell();
    }

    @Test
    @Order(3)
    @DisplayName("The command contains the database URL and the folder of the compiled classes.")
    void toldBoth() {
        ParseResult shell = shell();
        String url = shell.matchedOptionValue("--url", "");
        Mistake.when(
                url.isEmpty() && shell.matchedPositionals().size() > 0,
                URL
                        + " has no option before it, so the shell takes it for a file of"
                        + " lines to run. Write a database URL after --url.",
                PROJECT);
        Mistake.when(!url.equals(URL), "The shell gets the database URL '" + url + "'.", PROJECT);
        List<Path> places = shell.matchedOptionValue("--classes", List.of());
        Path classes = folder.resolve("garden/target/classes");
        Mistake.when(
                places.isEmpty(),
                "The shell does not get the folder of the classes. It would use"
                        + " target/classes in the folder where the command is typed, which may be"
                        + " any folder.",
                PROJECT);
        Mistake.when(
                places.get(0).startsWith(folder.resolve("garden/src")),
                "The shell gets the folder of the sources, but it only loads compiled"
                        + " classes, which Maven puts into target/classes.",
                PROJECT);
        Mistake.when(
                places.stream().noneMatch(place -> place.normalize().equals(classes)),
                "The shell gets "
                        + places.toString().replace(folder.toString(), "FOLDER")
                        + ", but the classes of the project FOLDER/garden are in target/classes.",
                PROJECT);
    }
}
