package ch08_shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Why so: c and h use variables that nobody made, d and f classes that are not on the class path.
 * The rest is the JDK's, of which jshell imports some packages by itself. The library's shell needs
 * to be told two things that it cannot guess: where the database is and where the classes are.
 */
public class GardenShell {
    public static Set<String> understood() {
        return Set.of("a", "b", "e", "g");
    }

    public static List<String> command(Path jar, String url, Path project) {
        return List.of(
                "java",
                "-jar",
                jar.toString(),
                "shell",
                "--url",
                url,
                "--classes",
                project.resolve("target/classes").toString());
    }
}
