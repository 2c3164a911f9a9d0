package ormlab.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A test whether a reader knows a chapter already: some of its exercises, graded without messages
 * or hints, and the sections to read again.
 *
 * @param chapter its number, as the reader wrote it
 * @param exercises the exercises in order
 * @param grades the grade of each
 */
public record TestOut(String chapter, List<Exercise> exercises, List<Grade> grades) {
    private static final Pattern POINTER = Pattern.compile("Read again: (.+)");
    private static final Pattern BEFORE_THE_CLASS =
            Pattern.compile("\\A(\\s*|package .*|import .*|(?s:/\\*.*?\\*/)(?=\\s*package))\\R");
    private static final int WIDTH = 96;

    /** Copies the lists. */
    public TestOut {
        exercises = List.copyOf(exercises);
        grades = List.copyOf(grades);
    }

    /**
     * Grades the reader's answers.
     *
     * @param ids the numbers of the exercises
     * @throws ormlab.error.OrmlabException if there is no such exercise
     */
    public static TestOut of(Exercises exercises, String chapter, List<String> ids) {
        List<Exercise> chosen = ids.stream().map(exercises.catalogue()::get).toList();
        exercises.layOut();
        return new TestOut(
                chapter,
                chosen,
                chosen.parallelStream()
                        .map(exercise -> exercises.gradeUnlessPassed(exercise.id()))
                        .toList());
    }

    /** Returns whether an answer was tried and is wrong. */
    public boolean hasWrong() {
        return grades.stream().anyMatch(grade -> grade.verdict().isWrong());
    }

    /** Returns each exercise with its story or its sections, and the result in the last line. */
    public String text() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < grades.size(); i++) {
            Grade grade = grades.get(i);
            lines.add(GradeText.headline(grade));
            if (grade.verdict() == Verdict.TO_DO) {
                lines.add("  Your file: " + grade.file() + "\n");
                lines.add(story(exercises.get(i)).indent(4));
            } else if (grade.verdict().isWrong()) {
                lines.addAll(failed(exercises.get(i), grade));
            }
        }
        lines.add(result());
        return String.join("\n", lines);
    }

    /** Returns the stub without what comes before its story. */
    private static String story(Exercise exercise) {
        String name = exercise.fileName();
        String stub = exercise.stub().getOrDefault(name.substring(name.lastIndexOf('/') + 1), "");
        Matcher before = BEFORE_THE_CLASS.matcher(stub);
        while (before.find()) {
            stub = stub.substring(before.end());
            before.reset(stub);
        }
        return stub.stripTrailing();
    }

    private static List<String> failed(Exercise exercise, Grade grade) {
        List<String> lines = new ArrayList<>();
        grade.tasks().stream()
                .filter(task -> task.verdict() != Verdict.PASSED)
                .map(task -> GradeText.mark(task.verdict()) + ": " + task.sentence())
                .forEach(task -> lines.add(TextWrap.wrapped(task, "  ", WIDTH)));
        if (!grade.problem().isEmpty()) {
            lines.add(TextWrap.wrapped(grade.problem(), "  ", WIDTH));
        }
        Stream<String> pointers =
                grade.tasks().stream()
                        .flatMap(task -> POINTER.matcher(task.message()).results())
                        .map(pointer -> pointer.group(1));
        lines.add(
                Stream.concat(pointers, Stream.of(exercise.section()))
                        .distinct()
                        .map(section -> "  Read: " + section)
                        .collect(Collectors.joining("\n")));
        return lines;
    }

    private String result() {
        long passed = grades.stream().filter(grade -> grade.verdict() == Verdict.PASSED).count();
        String count = passed + " of " + grades.size() + " passed";
        if (passed == grades.size()) {
            return count + ": you know chapter " + chapter + ". Go on with the next one.";
        }
        String again = "then run \"python3 lab.py test-out " + chapter + "\" again.";
        return hasWrong()
                ? count + ". Read these sections, change your answers, " + again
                : count + ". Solve the others in their files, " + again;
    }
}
