package ormlab.grade.run;

import java.nio.file.Path;
import ormlab.error.OrmlabException;
import ormlab.grade.Exercises;

/** Prints a hint or the solution of an exercise, for readers who work without a notebook. */
public final class Help {
    private Help() {}

    /**
     * Prints the hint or solution. The exit code is 0, or 2 if it cannot be shown.
     *
     * @param words the workbook's folder; {@code hint} or {@code solution}; the exercise; for the
     *     solution of an unsolved exercise also {@value Exercises#CONSENT}
     */
    public static void main(String[] words) {
        try {
            Exercises exercises = Exercises.above(Path.of(words[0]));
            String id = exercises.catalogue().get(words[2]).id();
            System.out.println(
                    words[1].equals("hint")
                            ? exercises.hint(id).text()
                            : solution(exercises, id, words.length > 3 ? words[3] : ""));
        } catch (OrmlabException told) {
            System.err.println(told.getMessage());
            System.exit(2);
        }
    }

    private static String solution(Exercises exercises, String id, String consent) {
        try {
            return exercises.solution(id, consent).text();
        } catch (OrmlabException notSolved) {
            throw new OrmlabException(
                    ("Exercise %1$s is not solved yet. \"python3 lab.py hint %1$s\" helps; to see a"
                                    + " solution anyway, run \"python3 lab.py solution %1$s --anyway\".")
                            .formatted(id));
        }
    }
}
