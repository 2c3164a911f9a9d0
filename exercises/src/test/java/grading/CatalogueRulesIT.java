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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
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
        rules.add(dynamicTest("the stub is short and says TODO", () -> stub(exercise)));
        rules.add(
                dynamicTest(
                        "three hints of " + FEWEST_HINT_WORDS + " to " + MOST_HINT_WORDS + " words",
                        () -> hints(exercise)));
        rules.add(dynamicTest("untouched is to do", () -> untouched(exercise)));
        rules.add(dynamicTest("the solution says why", () -> why(exercise)));
        folders(exercise, "solution").forEach(folder -> rules.add(passes(exercise, folder)));
        folders(exercise, "also-right").forEach(folder -> rules.add(passes(exercise, folder)));
        List<Path> wrong = Graded.folders(exercise.folder().resolve("wrong"));
        rules.add(
                dynamicTest(
                        "three or more known wrong answers, each with words of its own",
                        () -> distinct(wrong)));
        wrong.forEach(folder -> rules.add(fails(exercise, folder)));
        return rules.stream();
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
        Grade grade = grade(exercise, "stub");
        assertEquals(Verdict.TO_DO, grade.verdict(), grade.text());
        assertTrue(grade.tasks().size() >= 2, "less than two tasks");
        Set<String> sentences = new HashSet<>();
        for (TaskGrade task : grade.tasks()) {
            assertTrue(task.sentence().matches("[A-Z].*\\."), "no sentence: " + task.sentence());
            assertTrue(sentences.add(task.sentence()), "twice: " + task.sentence());
        }
    }

    private static void why(Exercise exercise) throws IOException {
        String solution =
                Files.readString(
                        exercise.folder().resolve("solution/" + simpleName(exercise) + ".java"));
        assertTrue(solution.contains("Why"), "the solution does not say why");
    }

    private DynamicTest passes(Exercise exercise, Path folder) {
        return dynamicTest(
                folder.getFileName() + " passes",
                () -> {
                    Grade grade = grade(exercise, folder.getFileName().toString());
                    assertEquals(Verdict.PASSED, grade.verdict(), grade.text());
                });
    }

    private DynamicTest fails(Exercise exercise, Path folder) {
        return dynamicTest(
                "wrong/" + folder.getFileName() + " gets its message",
                () -> {
                    Grade grade = grade(exercise, "wrong/" + folder.getFileName());
                    assertTrue(grade.verdict().isWrong(), grade.text());
                    assertEquals(
                            expected(folder), String.join("\n\n", grade.reasons()), grade.text());
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

    private static void distinct(List<Path> wrong) throws IOException {
        assertTrue(wrong.size() >= 3, wrong.size() + " known wrong answers");
        Set<String> messages = new HashSet<>();
        for (Path folder : wrong) {
            assertTrue(
                    messages.add(expected(folder)),
                    folder.getFileName() + " has another one's message");
            leadsSomewhere(expected(folder));
        }
        assertFalse(messages.contains(""), "an empty message");
    }

    private Grade grade(Exercise exercise, String folder) {
        return Graded.of(exercises, exercise, exercise.folder().resolve(folder));
    }

    private static String expected(Path wrong) throws IOException {
        return Files.readString(wrong.resolve("says.txt")).replace("\r\n", "\n").strip();
    }

    private static String simpleName(Exercise exercise) {
        return exercise.className().substring(exercise.className().lastIndexOf('.') + 1);
    }

    private static List<Path> folders(Exercise exercise, String name) {
        List<Path> folders =
                Graded.folders(exercise.folder()).stream()
                        .filter(folder -> folder.getFileName().toString().startsWith(name))
                        .toList();
        return folders.isEmpty() ? List.of(exercise.folder().resolve(name)) : folders;
    }
}
