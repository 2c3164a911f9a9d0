package ormlab.grade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads hints: each stands below a heading {@code # Hint 1}; its lines flow as in Markdown. */
final class Hints {
    private Hints() {}

    static List<String> in(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        return Stream.of(Folder.text(file).split("(?m)^# .*$"))
                .map(String::strip)
                .map(hint -> hint.replaceAll("(?<=\\S)\n(?=\\S)", " "))
                .filter(hint -> !hint.isEmpty())
                .toList();
    }
}
