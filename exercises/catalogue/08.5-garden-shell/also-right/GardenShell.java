package ch08_shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** With the main class, options of one word each, and a JVM that starts faster. */
public class GardenShell {
    public static Set<String> understood() {
        Set<String> all = new TreeSet<>(List.of("a", "b", "c", "d", "e", "f", "g", "h"));
        all.removeAll(List.of("c", "d", "f", "h"));
        return all;
    }

    public static List<String> command(Path jar, String url, Path project) {
        Path classes = project.resolve("target").resolve("classes");
        List<String> words = new ArrayList<>();
        words.addAll(List.of("java", "-XX:TieredStopAtLevel=1", "-cp", jar.toString()));
        words.addAll(List.of("ormlab.cli.Main", "shell"));
        words.addAll(List.of("--classes=" + classes, "--url=" + url));
        return words;
    }
}
