package grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ormlab.grade.Answer;
import ormlab.grade.Exercise;
import ormlab.grade.Exercises;
import ormlab.grade.Grade;
import ormlab.grade.TaskGrade;
import ormlab.grade.Verdict;

/**
 * Checks the workbook's own side: each exercise is complete, and each known answer gets the verdict
 * it deserves.
 */
@Execution(ExecutionMode.CONCURRENT)
class CatalogueRulesIT {
    private static final int LONGEST_STUB = 35;
    private static final int FEWEST_HINT_WORDS = 80;
    private static final int MOST_HINT_WORDS = 160;

    /** A class comment of a sentence or more. */
    private static final Pattern REASON =
            Pattern.compile("/\\*\\*.{60,}?\\*/\\s*(@\\w+.*?)?public ", Pattern.DOTALL);

    private static final Path NOTEBOOKS = Path.of("../notebooks");

    private final Exercises exercises = Exercises.find();

    @TestFactory
    Stream<DynamicContainer> each_exercise() {
        return Selected.from(exercises).stream()
                .map(
                        exercise ->
                                dynamicContainer(
                                        exercise.id() + " " + exercise.title(), rules(exercise)));
    }

    private Stream<DynamicTest> rules(Exercise exercise) {
        List<DynamicTest> rules = new ArrayList<>();
        rules.add(dynamicTest("the folder is named after its class", () -> named(exercise)));
        rules.add(dynamicTest("the stub is short and says TODO", () -> stub(exercise)));
        rules.add(
                dynamicTest(
                        "three hints of " + FEWEST_HINT_WORDS + " to " + MOST_HINT_WORDS + " words",
                        () -> hints(exercise)));
        rules.add(dynamicTest("untouched is to do", () -> untouched(exercise)));
        rules.add(dynamicTest("the solution says why", () -> why(exercise)));
        KnownAnswer.right(exercise).forEach(answer -> rules.add(passes(answer)));
        List<KnownAnswer> mistakes = KnownAnswer.mistakes(exercise);
        rules.add(
                dynamicTest(
                        "three or more known mistakes, each with a message of its own",
                        () -> distinct(mistakes)));
        mistakes.forEach(mistake -> rules.add(fails(mistake)));
        return rules.stream();
    }

    private static void named(Exercise exercise) {
        String kebab =
                simpleName(exercise)
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT);
        assertEquals(exercise.id() + "-" + kebab, exercise.folder().getFileName().toString());
    }

    private static void stub(Exercise exercise) {
        String stub = exercise.stub().get(simpleName(exercise) + ".java");
        assertTrue(stub != null, "there is no stub/" + simpleName(exercise) + ".java");
        assertTrue(stub.contains("TODO"), "no TODO");
        assertTrue(stub.contains("NotSolvedYet"), "no NotSolvedYet");
        assertTrue(stub.lines().count() <= LONGEST_STUB, stub.lines().count() + " lines");
    }

    private static void hints(Exercise exercise) {
        List<String> hints = exercise.hints();
        assertEquals(3, hints.size());
        int words = String.join(" ", hints).split("\\s+").length;
        assertTrue(words >= FEWEST_HINT_WORDS && words <= MOST_HINT_WORDS, words + " words");
    }

    private void untouched(Exercise exercise) {
        Grade grade = Graded.of(exercises, KnownAnswer.in(exercise, KnownAnswer.STUB));
        assertEquals(Verdict.TO_DO, grade.verdict(), grade.text());
        assertEquals(compiledAndRun(exercise).text(), grade.text());
        assertTrue(grade.tasks().size() >= 2, "less than two tasks");
        Set<String> sentences = new HashSet<>();
        for (TaskGrade task : grade.tasks()) {
            assertTrue(task.sentence().matches("[A-Z].*\\."), "no sentence: " + task.sentence());
            assertTrue(sentences.add(task.sentence()), "twice: " + task.sentence());
        }
    }

    /** An untouched stub is not compiled; one with a line more is, and must get the same tasks. */
    private Grade compiledAndRun(Exercise exercise) {
        Map<String, String> files = new TreeMap<>(exercise.stub());
        files.computeIfPresent(simpleName(exercise) + ".java", (name, text) -> text + "\n");
        return exercises.grader().grade(exercise, new Answer(files, List.of()));
    }

    private static void why(Exercise exercise) {
        KnownAnswer solution = KnownAnswer.in(exercise, KnownAnswer.SOLUTION);
        assertTrue(
                REASON.matcher(solution.files().get(simpleName(exercise) + ".java")).find(),
                "the solution does not say why");
    }

    private DynamicTest passes(KnownAnswer answer) {
        return dynamicTest(
                answer.name() + " passes",
                () -> {
                    Grade grade = Graded.of(exercises, answer);
                    assertEquals(Verdict.PASSED, grade.verdict(), grade.text());
                });
    }

    private DynamicTest fails(KnownAnswer mistake) {
        return dynamicTest(
                mistake.name() + " gets its message",
                () -> {
                    Grade grade = Graded.of(exercises, mistake);
                    assertTrue(grade.verdict().isWrong(), grade.text());
                    assertEquals(
                            mistake.message(), String.join("\n\n", grade.reasons()), grade.text());
                });
    }

    /** A pointer into a notebook must lead somewhere: each named section is a heading there. */
    private static void leadsSomewhere(String says) throws IOException {
        Matcher pointer = Pattern.compile("Read again: (\\w+), \"(.+)\"").matcher(says);
        assertTrue(pointer.find(), "no pointer to a section: " + says);
        if (!Files.isDirectory(NOTEBOOKS)) {
            return; // built without the notebooks
        }
        Path notebook = NOTEBOOKS.resolve(pointer.group(1) + ".ipynb");
        assertTrue(Files.isRegularFile(notebook), "no notebook " + notebook);
        String heading = "# " + pointer.group(2).replace("\"", "\\\"");
        assertTrue(
                Files.readString(notebook).contains(heading + "\\n")
                        || Files.readString(notebook).contains(heading + "\""),
                "no section " + pointer.group(2) + " in " + notebook);
    }

    private static void distinct(List<KnownAnswer> mistakes) throws IOException {
        assertTrue(mistakes.size() >= 3, mistakes.size() + " known mistakes");
        Set<String> messages = new HashSet<>();
        for (KnownAnswer mistake : mistakes) {
            assertTrue(
                    messages.add(mistake.message()), mistake.name() + " has another one's message");
            leadsSomewhere(mistake.message());
        }
        assertFalse(messages.contains(""), "an empty message");
    }

    private static String simpleName(Exercise exercise) {
        return exercise.className().substring(exercise.className().lastIndexOf('.') + 1);
    }
}
