package ch08_shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

public class GardenShell {
    public static Set<String> understood() {
        return Set.of("a", "b", "c", "e", "g", "h");
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
