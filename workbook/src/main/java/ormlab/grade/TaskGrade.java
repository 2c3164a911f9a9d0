package ormlab.grade;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** Makes the message safe to show. */
    public TaskGrade {
        message = TextWrap.shown(message);
    }

    static TaskGrade of(TaskRun.Ending ending, String timeOver) {
        if (ending.grade() != null) {
            return ending.grade();
        }
        return ending.reached()
                ? new TaskGrade(ending.sentence(), Verdict.TIMED_OUT, timeOver)
                : new TaskGrade(ending.sentence(), Verdict.NOT_RUN, "");
    }

    /**
     * Grades a task that ended.
     *
     * @param error the error that it ended in, or null
     */
    static TaskGrade of(String sentence, @Nullable Throwable error, Map<String, String> files) {
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
        try {
            return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                    .anyMatch(NotSolvedYet.class::isInstance);
        } catch (Throwable odd) { // getCause may be the answer's own
            return false;
        }
    }

    static Verdict onAll(List<TaskGrade> tasks) {
        return GRAVEST_FIRST.stream()
                .filter(verdict -> tasks.stream().anyMatch(task -> task.verdict() == verdict))
                .findFirst()
                .orElse(tasks.isEmpty() ? Verdict.CRASHED : Verdict.PASSED);
    }
}
