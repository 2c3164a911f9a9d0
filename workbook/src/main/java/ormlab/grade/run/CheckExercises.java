package ormlab.grade.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import ormlab.error.OrmlabException;
import ormlab.grade.Exercise;
import ormlab.grade.Exercises;
import ormlab.grade.Grade;
import ormlab.grade.rules.ExerciseRules;
import ormlab.grade.rules.KnownAnswer;

/** Checks the exercises of a pack by the same rules as the workbook's own. */
public final class CheckExercises {
    /**
     * Kept in a field because an unreferenced logger is garbage-collected, and its level with it.
     */
    private static final Logger ROOT = Logger.getLogger("");

    private final Exercises exercises;
    private final ExerciseRules rules;
    private final Map<String, Grade> grades = new HashMap<>();
    private int held;
    private int broken;

    private CheckExercises(Path workbook, Path pack) {
        exercises = Exercises.above(pack);
        rules = new ExerciseRules(exercises.grader(), this::graded, workbook.resolve("notebooks"));
    }

    /**
     * Checks all exercises of a pack and prints each rule. The exit code is 0 if all rules hold, 1
     * if one is broken, 2 if the pack cannot be read.
     *
     * @param words the workbook's folder, then the pack's
     */
    public static void main(String[] words) {
        ROOT.setLevel(Level.SEVERE);
        int exitCode;
        try {
            exitCode = new CheckExercises(Path.of(words[0]), Path.of(words[1])).run();
        } catch (OrmlabException told) {
            System.err.println(told.getMessage());
            exitCode = 2;
        }
        System.out.flush();
        // Threads that an answer left behind must not keep the process alive.
        Runtime.getRuntime().halt(exitCode);
    }

    private Grade graded(KnownAnswer answer) {
        return grades.computeIfAbsent(
                answer.name(),
                name -> exercises.grader().grade(answer.exercise(), answer.answer()));
    }

    private int run() {
        List<Exercise> all = exercises.catalogue().exercises();
        all.forEach(this::check);
        System.out.printf(
                "%d exercise%s: %d rules hold, %d broken.%n",
                all.size(), all.size() == 1 ? "" : "s", held, broken);
        return broken == 0 ? 0 : 1;
    }

    private void check(Exercise exercise) {
        System.out.println(exercise.heading());
        try {
            rules.of(exercise).forEach(this::check);
        } catch (IllegalStateException notApplied) {
            report("the mistakes apply to the solution", notApplied.getMessage());
        }
    }

    private void check(ExerciseRules.Rule rule) {
        try {
            rule.check().execute();
            held++;
            System.out.println("  holds   " + rule.name());
        } catch (Throwable why) {
            report(rule.name(), String.valueOf(why.getMessage()));
        }
    }

    private void report(String rule, String why) {
        broken++;
        System.out.println("  BROKEN  " + rule + "\n" + why.indent(10).stripTrailing());
    }
}
