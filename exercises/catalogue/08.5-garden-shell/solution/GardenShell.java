package ch08_shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * c and h use variables that don't exist, d and f use classes that are not on the class path. The
 * rest only needs the JDK, from which jshell automatically imports some packages. The library's
 * shell needs two things that it cannot guess: the database URL and the folder of the classes.
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
