package ormlab.grade;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the tasks of a grader from its source, so that an untouched exercise is not compiled. */
final class TaskSentences {
    private static final String LITERAL = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern PART = Pattern.compile(LITERAL);
    private static final Pattern TASK =
            Pattern.compile(
                    "@Order\\((\\d+)\\)\\s*@DisplayName\\(\\s*((?:" + LITERAL + "[\\s+]*)+)\\)");

    private TaskSentences() {}

    /** Returns the sentences in the order in which the tasks run. */
    static List<String> in(String grader) {
        return TASK.matcher(grader)
                .results()
                .sorted(Comparator.comparingInt(task -> Integer.parseInt(task.group(1))))
                .map(task -> sentence(task.group(2)))
                .toList();
    }

    private static String sentence(String literals) {
        return PART.matcher(literals)
                .results()
                .map(part -> part.group(1).translateEscapes())
                .collect(Collectors.joining());
    }
}
