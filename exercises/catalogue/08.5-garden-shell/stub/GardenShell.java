package ch08_shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import ormlab.grade.NotSolvedYet;

/**
 * You open a bare jshell in a terminal and type each of these lines:
 *
 * <p>a: {@code 1 + 1} b: {@code List.of("rose", "tulip")} c: {@code db.query(Plant.class).all()} d:
 * {@code import ormlab.Database;} e: {@code import java.sql.*;} f: {@code new Plant("rose", null)}
 * g: {@code var plants = 12} h: {@code session.commit()}
 */
public class GardenShell {
    // TODO Predict: which of them work? Set.of("a", …)
    public static Set<String> understood() {
        throw new NotSolvedYet("predict what works in a bare jshell");
    }

    /**
     * Returns the words of the command that opens the library's shell; the first is {@code java}.
     * The library is one jar. The project is the folder of a compiled Maven project. The command
     * may be typed in any folder.
     */
    public static List<String> command(Path jar, String url, Path project) {
        // TODO Return one element for each word of the command: List.of("java", …)
        throw new NotSolvedYet("the command");
    }
}
