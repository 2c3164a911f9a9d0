package ormlab.grade.run;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import ormlab.error.OrmlabException;
import ormlab.grade.Exercises;
import ormlab.grade.Report;

/** Grades the reader's files once, prints the report, and exits. */
public final class GradeExercises {
    /**
     * Kept in a field because an unreferenced logger is garbage-collected, and its level with it.
     */
    private static final Logger ROOT = Logger.getLogger("");

    private GradeExercises() {}

    /**
     * Grades the reader's files. The exit code is 0 if nothing is wrong, 1 if an answer is, 2 if
     * there is no such exercise.
     *
     * @param words the workbook's folder, then the selection: {@code 05}, {@code 05.1}, several
     *     separated by commas; all exercises if it is missing
     */
    public static void main(String[] words) {
        ROOT.setLevel(Level.SEVERE);
        int exitCode;
        try {
            Exercises exercises = Exercises.above(Path.of(words[0]));
            Report report = Report.of(exercises, words.length > 1 ? words[1] : "");
            System.out.println("\n" + report.text() + "\n");
            exitCode = report.hasWrong() ? 1 : 0;
        } catch (OrmlabException told) {
            System.err.println(told.getMessage());
            exitCode = 2;
        }
        System.out.flush();
        // Threads that an answer left behind must not keep the process alive.
        Runtime.getRuntime().halt(exitCode);
    }
}
