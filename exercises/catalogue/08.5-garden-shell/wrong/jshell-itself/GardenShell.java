package ch08_shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

public class GardenShell {
    public static Set<String> understood() {
        return Set.of("a", "b", "e", "g");
    }

    public static List<String> command(Path jar, String url, Path project) {
        return List.of(
                "jshell",
                "--class-path",
                jar.toString(),
                "--url",
                url,
                "--classes",
                project.resolve("target/classes").toString());
    }
}
