package ch08_shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import ormlab.grade.NotSolvedYet;

/**
 * A bare jshell is opened in a terminal, and these lines are typed, each by itself:
 *
 * <p>a: {@code 1 + 1} b: {@code List.of("rose", "tulip")} c: {@code db.query(Plant.class).all()} d:
 * {@code import ormlab.Database;} e: {@code import java.sql.*;} f: {@code new Plant("rose", null)}
 * g: {@code var plants = 12} h: {@code session.commit()}
 */
public class GardenShell {
    // TODO Predict: which of them does it understand? Set.of("a", …)
    public static Set<String> understood() {
        throw new NotSolvedYet("predict what a bare jshell understands");
    }

    /**
     * Gives the words of the command, {@code java} the first, that opens the library's shell. The
     * library is one jar. The project is a Maven project, compiled, and its folder is named; the
     * command may be typed anywhere.
     */
    public static List<String> command(Path jar, String url, Path project) {
        // TODO One word for each word of the command: List.of("java", …)
        throw new NotSolvedYet("the command");
    }
}
