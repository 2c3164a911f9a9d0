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

/** The truth is not written down here: a jshell is asked, and the library's own command line. */
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

    private static final String KNOWN =
            "is understood: it is plain Java of the JDK, a value, an import or a variable.";
    private static final String NO_VARIABLE =
            "is not understood: nobody has opened a database, so there is no db and no session.";

    private static final Map<String, String> WHY =
            Map.of(
                    "b",
                    "is understood: jshell imports java.util and some other packages of the JDK by"
                            + " itself.",
                    "c",
                    NO_VARIABLE,
                    "d",
                    "is not understood: the library is not on its class path, so it knows no"
                            + " package ormlab.",
                    "f",
                    "is not understood: Plant is a class of the project, which jshell has never"
                            + " heard of.",
                    "h",
                    NO_VARIABLE);

    /** What jshell imports by itself in a terminal, as far as the lines need it. */
    private static final String BY_ITSELF = "import java.util.*;";

    @TempDir Path folder;

    /** Asks a jshell with nothing on its class path; what it understands it would also run. */
    private Set<String> really() {
        // The engine is named, not looked up: a kernel's class loader does not find it as a
        // service.
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
    @DisplayName("The prediction names the lines that a bare jshell really understands.")
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

    /** Cuts the words into those for java and those for the library's program. */
    private List<String> forProgram(List<String> words) {
        boolean java =
                !words.isEmpty()
                        && Path.of(words.get(0)).getFileName().toString().matches("java(\\.exe)?");
        Mistake.when(
                !java,
                "The program is "
                        + (words.isEmpty() ? "missing" : words.get(0))
                        + ". With the library on its class path jshell has classes, and still no"
                        + " db, no session and no models; java runs the library's own shell.",
                PROJECT);
        for (int i = 1; i < words.size(); i++) {
            boolean jar = words.get(i - 1).equals("-jar") && words.get(i).equals(jar().toString());
            if (jar || words.get(i).equals(Main.class.getName())) {
                return words.subList(i + 1, words.size());
            }
        }
        throw new Mistake(
                "java is not told what to run: -jar and the library's jar, each a word of its own.",
                PROJECT);
    }

    /** Lets the library's own command line read the words. */
    private ParseResult shell() {
        List<String> words = forProgram(words());
        try {
            ParseResult read = Main.commands().parseArgs(words.toArray(String[]::new));
            Mistake.when(
                    !read.hasSubcommand()
                            || !read.subcommand().commandSpec().name().equals("shell"),
                    "The library's program is not told to open a shell: that is the word shell.",
                    PROJECT);
            return read.subcommand();
        } catch (ParameterException refused) {
            throw new Mistake(
                    "The library's program does not understand the words: "
                            + refused.getMessage().replace(folder.toString(), "FOLDER")
                            + ". What has a blank between it in a terminal is two words here.",
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
    @DisplayName("The shell is told where the database is, and where the compiled classes are.")
    void toldBoth() {
        ParseResult shell = shell();
        String url = shell.matchedOptionValue("--url", "");
        Mistake.when(
                url.isEmpty() && shell.matchedPositionals().size() > 0,
                URL
                        + " stands there alone. What stands alone is a file of lines to begin with;"
                        + " an address follows --url.",
                PROJECT);
        Mistake.when(!url.equals(URL), "The shell is told the address '" + url + "'.", PROJECT);
        List<Path> places = shell.matchedOptionValue("--classes", List.of());
        Path classes = folder.resolve("garden/target/classes");
        Mistake.when(
                places.isEmpty(),
                "The shell is not told where the classes are. It would look into target/classes of"
                        + " the folder in which the command is typed, and that may be any.",
                PROJECT);
        Mistake.when(
                places.get(0).startsWith(folder.resolve("garden/src")),
                "The shell is told the folder of the sources. It loads classes and compiles"
                        + " nothing: Maven puts them into target/classes.",
                PROJECT);
        Mistake.when(
                places.stream().noneMatch(place -> place.normalize().equals(classes)),
                "The shell is told "
                        + places.toString().replace(folder.toString(), "FOLDER")
                        + ", and the project FOLDER/garden has its classes in target/classes.",
                PROJECT);
    }
}
