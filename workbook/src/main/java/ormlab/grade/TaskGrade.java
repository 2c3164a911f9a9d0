package ormlab.grade;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * The verdict on one task of an exercise.
 *
 * @param sentence the task as a sentence
 * @param verdict its verdict
 * @param message why it is not passed; may be empty
 */
public record TaskGrade(String sentence, Verdict verdict, String message) {
    /** The first of these verdicts that any task has is the verdict of the exercise. */
    private static final List<Verdict> GRAVEST_FIRST =
            List.of(
                    Verdict.TIMED_OUT,
                    Verdict.FAILED,
                    Verdict.CRASHED,
                    Verdict.NOT_RUN,
                    Verdict.TO_DO);

    static TaskGrade of(TaskRun.Ending ending, Map<String, String> files, String timeOver) {
        String sentence = ending.sentence();
        Throwable error = ending.error();
        if (!ending.reached()) {
            return new TaskGrade(sentence, Verdict.NOT_RUN, "");
        }
        if (!ending.ended()) {
            return new TaskGrade(sentence, Verdict.TIMED_OUT, timeOver);
        }
        if (error == null) {
            return new TaskGrade(sentence, Verdict.PASSED, "");
        }
        if (isToDo(error)) {
            return new TaskGrade(sentence, Verdict.TO_DO, "");
        }
        if (error instanceof Mistake || error instanceof AssertionFailedError) {
            return new TaskGrade(sentence, Verdict.FAILED, String.valueOf(error.getMessage()));
        }
        return new TaskGrade(sentence, Verdict.CRASHED, CrashMessage.text(error, files));
    }

    /**
     * Looks at causes as well, because Hibernate and reflection wrap what an entity's constructor
     * throws.
     */
    private static boolean isToDo(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .anyMatch(NotSolvedYet.class::isInstance);
    }

    static Verdict onAll(List<TaskGrade> tasks) {
        return GRAVEST_FIRST.stream()
                .filter(verdict -> tasks.stream().anyMatch(task -> task.verdict() == verdict))
                .findFirst()
                .orElse(tasks.isEmpty() ? Verdict.CRASHED : Verdict.PASSED);
    }
}
