package ormlab.grade.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.function.Executable;
import ormlab.grade.Answer;
import ormlab.grade.Exercise;
import ormlab.grade.Grade;
import ormlab.grade.Grader;
import ormlab.grade.TaskGrade;
import ormlab.grade.Verdict;

/**
 * The rules for every exercise, in the workbook and in teachers' packs: the exercise is complete,
 * and each known answer gets the right verdict.
 */
public final class ExerciseRules {
    private static final int LONGEST_STUB = 35;
    private static final int FEWEST_HINT_WORDS = 80;
    private static final int MOST_HINT_WORDS = 160;

    /** Matches a class comment of at least one sentence. */
    private static final Pattern REASON =
            Pattern.compile("/\\*\\*.{60,}?\\*/\\s*(@\\w+.*?)?public ", Pattern.DOTALL);

    private final Grader grader;
    private final Function<KnownAnswer, Grade> graded;
    private final Path notebooks;

    /**
     * One rule for one exercise.
     *
     * @param name what the rule requires, in a few words
     * @param check throws an {@link AssertionError} that says what is wrong
     */
    public record Rule(String name, Executable check) {}

    /**
     * Creates the rules, which grade known answers.
     *
     * @param grader the grader
     * @param graded grades a known answer with the same grader; it may cache the grade
     * @param notebooks the folder of the chapters that messages refer to; without it, only the form
     *     of such references is checked
     */
    public ExerciseRules(Grader grader, Function<KnownAnswer, Grade> graded, Path notebooks) {
        this.grader = grader;
        this.graded = graded;
        this.notebooks = notebooks;
    }

    /**
     * Returns the rules for an exercise, in the order in which to fix what they report.
     *
     * @throws IllegalStateException if the diff of a known mistake does not apply
     */
    public List<Rule> of(Exercise exercise) {
        List<Rule> rules = new ArrayList<>();
        rules.add(new Rule("the folder is named after its class", () -> named(exercise)));
        rules.add(new Rule("the stub is short and says TODO", () -> stub(exercise)));
        rules.add(
                new Rule(
                        "three hints of " + FEWEST_HINT_WORDS + " to " + MOST_HINT_WORDS + " words",
                        () -> hints(exercise)));
        rules.add(new Rule("untouched is to do", () -> untouched(exercise)));
        rules.add(new Rule("the solution says why", () -> why(exercise)));
        KnownAnswer.right(exercise).forEach(answer -> rules.add(passes(answer)));
        List<KnownAnswer> mistakes = KnownAnswer.mistakes(exercise);
        rules.add(
                new Rule(
                        "three or more known mistakes, each with a message of its own",
                        () -> distinct(mistakes)));
        mistakes.forEach(mistake -> rules.add(fails(mistake)));
        return rules;
    }

    private Grade grade(KnownAnswer answer) {
        return graded.apply(answer);
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
        Grade grade = grade(KnownAnswer.in(exercise, KnownAnswer.STUB));
        assertEquals(Verdict.TO_DO, grade.verdict(), grade.text());
        assertEquals(compiledAndRun(exercise).text(), grade.text());
        assertTrue(grade.tasks().size() >= 2, "less than two tasks");
        Set<String> sentences = new HashSet<>();
        for (TaskGrade task : grade.tasks()) {
            assertTrue(task.sentence().matches("[A-Z].*\\."), "no sentence: " + task.sentence());
            assertTrue(sentences.add(task.sentence()), "twice: " + task.sentence());
        }
    }

    /**
     * Grades a stub with an added line, because an untouched stub is not compiled; the tasks must
     * be the same.
     */
    private Grade compiledAndRun(Exercise exercise) {
        Map<String, String> files = new TreeMap<>(exercise.stub());
        files.computeIfPresent(simpleName(exercise) + ".java", (name, text) -> text + "\n");
        return grader.grade(exercise, new Answer(files, List.of()));
    }

    private static void why(Exercise exercise) {
        KnownAnswer solution = KnownAnswer.in(exercise, KnownAnswer.SOLUTION);
        assertTrue(
                REASON.matcher(solution.files().get(simpleName(exercise) + ".java")).find(),
                "the solution does not say why");
    }

    private Rule passes(KnownAnswer answer) {
        return new Rule(
                answer.name() + " passes without a remark",
                () -> {
                    Grade grade = grade(answer);
                    assertEquals(Verdict.PASSED, grade.verdict(), grade.text());
                    assertEquals(List.of(), grade.remarks(), "a good answer gets a remark");
                });
    }

    private Rule fails(KnownAnswer mistake) {
        return new Rule(
                mistake.name() + " gets its message",
                () -> {
                    Grade grade = grade(mistake);
                    assertTrue(grade.verdict().isWrong(), grade.text());
                    assertEquals(
                            mistake.message(), String.join("\n\n", grade.reasons()), grade.text());
                });
    }

    /** Checks that each section of a notebook that a message names exists as a heading there. */
    private void leadsSomewhere(String says) throws IOException {
        Matcher pointer = Pattern.compile("Read again: (\\w+), \"(.+)\"").matcher(says);
        assertTrue(pointer.find(), "no pointer to a section: " + says);
        if (!Files.isDirectory(notebooks)) {
            return; // built without the notebooks
        }
        Path notebook = notebooks.resolve(pointer.group(1) + ".ipynb");
        assertTrue(Files.isRegularFile(notebook), "no notebook " + notebook);
        String heading = "# " + pointer.group(2).replace("\"", "\\\"");
        assertTrue(
                Files.readString(notebook).contains(heading + "\\n")
                        || Files.readString(notebook).contains(heading + "\""),
                "no section " + pointer.group(2) + " in " + notebook);
    }

    private void distinct(List<KnownAnswer> mistakes) throws IOException {
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
