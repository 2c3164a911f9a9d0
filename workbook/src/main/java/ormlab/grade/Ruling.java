package ormlab.grade;

import java.util.List;
import java.util.Map;
import org.opentest4j.AssertionFailedError;

/** Tells to do, wrong answer, crash and endless loop apart. */
final class Ruling {
    /** Which verdict on a task settles the whole: the first of these that any task has. */
    private static final List<Verdict> GRAVEST_FIRST =
            List.of(
                    Verdict.TIMED_OUT,
                    Verdict.FAILED,
                    Verdict.CRASHED,
                    Verdict.NOT_RUN,
                    Verdict.TO_DO);

    private Ruling() {}

    static TaskGrade on(TaskRun.Ending ending, Map<String, String> files, String timeOver) {
        String sentence = ending.sentence();
        if (!ending.reached()) {
            return new TaskGrade(sentence, Verdict.NOT_RUN, "");
        }
        if (!ending.ended()) {
            return new TaskGrade(sentence, Verdict.TIMED_OUT, timeOver);
        }
        Throwable error = ending.error();
        if (error == null) {
            return new TaskGrade(sentence, Verdict.PASSED, "");
        }
        if (isToDo(error)) {
            return new TaskGrade(sentence, Verdict.TO_DO, "");
        }
        if (error instanceof Mistake || error instanceof AssertionFailedError) {
            return new TaskGrade(sentence, Verdict.FAILED, error.getMessage());
        }
        return new TaskGrade(sentence, Verdict.CRASHED, Crash.text(error, files));
    }

    /** Hibernate and reflection wrap what an entity's constructor throws. */
    private static boolean isToDo(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotSolvedYet) {
                return true;
            }
        }
        return false;
    }

    static Verdict onAll(List<TaskGrade> tasks) {
        return GRAVEST_FIRST.stream()
                .filter(verdict -> tasks.stream().anyMatch(task -> task.verdict() == verdict))
                .findFirst()
                .orElse(tasks.isEmpty() ? Verdict.CRASHED : Verdict.PASSED);
    }
}
