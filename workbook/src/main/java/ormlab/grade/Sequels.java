package ormlab.grade;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what follows a grade: the teacher's comment, a good solution, and what to do now. */
final class Sequels {
    private final Catalogue catalogue;
    private final Progress progress;
    private final AnswerFiles files;
    private final TeacherComments comments;

    Sequels(Catalogue catalogue, Progress progress, AnswerFiles files, TeacherComments comments) {
        this.catalogue = catalogue;
        this.progress = progress;
        this.files = files;
        this.comments = comments;
    }

    /** Returns the grade with what follows it; a solution only follows a right answer. */
    Grade after(Exercise exercise, Grade grade) {
        Optional<Solution> solution =
                Optional.of(exercise)
                        .filter(solved -> grade.verdict() == Verdict.PASSED)
                        .map(solved -> Solution.of(solved, files.answer(solved)))
                        .filter(Solution::differs);
        return grade.withSequel(
                new Grade.Sequel(comments.on(exercise), solution, next(exercise, grade)));
    }

    private String next(Exercise exercise, Grade grade) {
        String id = exercise.id();
        return switch (grade.verdict()) {
            case PASSED ->
                    nextAfter(exercise, catalogue.exercises())
                            .map(other -> "go on with " + ended(other))
                            .orElse("");
            case TO_DO ->
                    "write what the TODO in %s asks for, save it, then grade(\"%s\")."
                            .formatted(grade.file(), id);
            default ->
                    "fix %s, save it, then grade(\"%s\"). hint(\"%s\") helps."
                            .formatted(grade.file(), id, id);
        };
    }

    /** Returns the first unsolved exercise after another one, or before it if there is none. */
    Optional<Exercise> nextAfter(Exercise exercise, Collection<Exercise> among) {
        return Stream.concat(
                        among.stream().filter(other -> other.compareTo(exercise) > 0),
                        among.stream().filter(other -> other.compareTo(exercise) <= 0))
                .filter(other -> !isSolved(other))
                .findFirst();
    }

    private boolean isSolved(Exercise exercise) {
        return progress.verdictOn(exercise, files.answer(exercise))
                .filter(Verdict.PASSED::equals)
                .isPresent();
    }

    /** Returns the title with a full stop, unless it is a question. */
    private static String ended(Exercise exercise) {
        return exercise.heading() + (exercise.title().endsWith("?") ? "" : ".");
    }
}
