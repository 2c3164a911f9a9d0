package ormlab.grade.run;

import java.nio.file.Path;
import ormlab.error.OrmlabException;
import ormlab.grade.Exercises;
import ormlab.grade.TerminalCommands;

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
            String consent = words.length > 3 ? words[3] : "";
            String text =
                    words[1].equals("hint")
                            ? exercises.hint(id).text()
                            : exercises.solution(id, consent).text();
            System.out.println(TerminalCommands.in(text));
        } catch (OrmlabException told) {
            System.err.println(TerminalCommands.in(told.getMessage()));
            System.exit(2);
        }
    }
}
