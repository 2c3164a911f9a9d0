package ormlab.grade.run;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import ormlab.error.OrmlabException;
import ormlab.grade.Exercises;
import ormlab.grade.TestOut;

/** Grades the exercises that test a chapter out, prints the result, and exits. */
public final class RunTestOut {
    /**
     * Kept in a field because an unreferenced logger is garbage-collected, and its level with it.
     */
    private static final Logger ROOT = Logger.getLogger("");

    private RunTestOut() {}

    /**
     * Grades the reader's files. The exit code is 0 if nothing is wrong, 1 if an answer is, 2 if
     * there is no such exercise.
     *
     * @param words the workbook's folder, the chapter, and the numbers of the exercises
     */
    public static void main(String[] words) {
        ROOT.setLevel(Level.SEVERE);
        int exitCode;
        try {
            TestOut test =
                    TestOut.of(
                            Exercises.above(Path.of(words[0])),
                            words[1],
                            List.of(words).subList(2, words.length));
            System.out.println("\n" + test.text() + "\n");
            exitCode = test.hasWrong() ? 1 : 0;
        } catch (OrmlabException told) {
            System.err.println(told.getMessage());
            exitCode = 2;
        }
        System.out.flush();
        // Threads that an answer left behind must not keep the process alive.
        Runtime.getRuntime().halt(exitCode);
    }
}
