package ormlab.grade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the teacher of a class wrote about the reader's answers: Markdown files in which a heading
 * such as {@code # 02.1} comes before each comment.
 */
final class TeacherComments {
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ *(\\d+\\.\\d+)\\b.*$");

    private final Path folder;

    TeacherComments(Path folder) {
        this.folder = folder;
    }

    /** Returns the comments on an exercise from all files, in the order of their names. */
    String on(Exercise exercise) {
        return TextFiles.list(folder).stream()
                .filter(file -> file.toString().endsWith(".md") && Files.isReadable(file))
                .flatMap(file -> in(TextFiles.text(file), exercise.id()).stream())
                .filter(comment -> !comment.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static List<String> in(String text, String id) {
        List<String> found = new ArrayList<>();
        Matcher heading = HEADING.matcher(text);
        for (boolean more = heading.find(); more; ) {
            boolean wanted = ExerciseNumbers.selects(heading.group(1), id);
            int begin = heading.end();
            more = heading.find();
            if (wanted) {
                found.add(text.substring(begin, more ? heading.start() : text.length()).strip());
            }
        }
        return found;
    }
}
