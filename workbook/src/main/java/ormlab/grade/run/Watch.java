package ormlab.grade.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import ormlab.error.OrmlabException;
import ormlab.grade.Exercise;
import ormlab.grade.Exercises;
import ormlab.grade.Grade;
import ormlab.grade.Solution;
import ormlab.grade.TerminalCommands;
import ormlab.grade.Verdict;

/**
 * Grades an exercise whenever one of its files is saved. When it passes, shows the difference from
 * the reference solution and continues with the next unsolved exercise.
 *
 * <p>It checks the files' times and sizes several times a second. It does not use the operating
 * systems' notifications: they differ, come late on macOS, and miss network folders and editors
 * that write a new file and rename it.
 */
public final class Watch {
    private static final long BETWEEN_LOOKS_MILLIS = 200;

    /**
     * Kept in a field because an unreferenced logger is garbage-collected, and its level with it.
     */
    private static final Logger ROOT = Logger.getLogger("");

    private final Exercises exercises;
    private final Map<Exercise, List<Path>> watched = new LinkedHashMap<>();
    private final Consumer<String> screen;
    private final Map<Exercise, String> seen = new HashMap<>();
    private Optional<Exercise> current = Optional.empty();

    /**
     * Starts watching; the current state counts as seen.
     *
     * @param exercises the workbook's exercises
     * @param selection one exercise, to start with it and continue with the others; a chapter or
     *     several numbers separated by commas, for these only; nothing for all
     * @param screen receives the grades
     * @throws OrmlabException if there is no such exercise
     */
    public Watch(Exercises exercises, String selection, Consumer<String> screen) {
        this.exercises = exercises;
        this.screen = text -> screen.accept(TerminalCommands.in(text));
        exercises.layOut();
        List<Exercise> selected = exercises.catalogue().select(selection);
        boolean one = selected.size() == 1;
        for (Exercise exercise : one ? exercises.catalogue().exercises() : selected) {
            watched.put(exercise, exercises.files(exercise));
            seen.put(exercise, state(exercise));
        }
        current = one ? Optional.of(selected.get(0)) : nextAfter(selected.get(selected.size() - 1));
    }

    /**
     * Watches until the process ends, for example by Ctrl-C.
     *
     * @param words the workbook's folder, then the selection, which may be missing
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] words) throws InterruptedException {
        ROOT.setLevel(Level.SEVERE);
        try {
            String selection = words.length > 1 ? words[1] : "";
            Watch watch = new Watch(Exercises.above(Path.of(words[0])), selection, Watch::print);
            watch.begin();
            while (true) {
                watch.look();
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
        } catch (OrmlabException told) {
            System.err.println(told.getMessage());
            System.exit(2);
        }
    }

    private static void print(String text) {
        System.out.println(text);
        System.out.flush();
    }

    /** Grades the next exercise, and says which file to edit. */
    public void begin() {
        current.ifPresent(this::grade);
        invite();
    }

    private void invite() {
        screen.accept(
                current.map(
                                exercise ->
                                        "\nEdit %s and save it to have it graded. Ctrl-C ends this."
                                                .formatted(exercise.shownFile()))
                        .orElse(
                                "\nEverything here is solved. A file that you save is graded again. Ctrl-C ends this."));
    }

    /** Grades each exercise whose files have changed since the last call. */
    public void look() {
        List<Exercise> changed = new ArrayList<>();
        for (Exercise exercise : watched.keySet()) {
            String now = state(exercise);
            if (!now.equals(seen.put(exercise, now))) {
                changed.add(exercise);
            }
        }
        for (Exercise exercise : changed) {
            // The reader is working on the file that was saved last.
            current = Optional.of(exercise);
            if (grade(exercise)) {
                goOn(exercise);
            }
        }
    }

    private void goOn(Exercise solved) {
        Solution solution = exercises.solution(solved.id());
        if (solution.differs()) {
            screen.accept("\n" + solution.text());
        }
        current = nextAfter(solved);
        screen.accept("\n" + exercises.progress().summary(current.or(() -> later(solved))));
        current.ifPresent(this::grade);
        invite();
    }

    private Optional<Exercise> nextAfter(Exercise exercise) {
        return exercises.nextAfter(exercise, watched.keySet());
    }

    /** Finds what comes after a selection that is solved. */
    private Optional<Exercise> later(Exercise solved) {
        return exercises.nextAfter(solved, exercises.catalogue().exercises());
    }

    /** Grades an exercise, and returns whether it passed. */
    private boolean grade(Exercise exercise) {
        try {
            Grade grade = exercises.grade(exercise.id());
            boolean passed = grade.verdict() == Verdict.PASSED;
            // After a right answer, the solution and the next exercise follow at once.
            screen.accept("\n" + (passed ? grade.withoutNext() : grade).text());
            return passed;
        } catch (OrmlabException told) {
            screen.accept("\n" + told.getMessage());
            return false;
        }
    }

    private String state(Exercise exercise) {
        StringBuilder state = new StringBuilder();
        for (Path file : watched.get(exercise)) {
            try {
                BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
                state.append(about.lastModifiedTime()).append(' ').append(about.size());
            } catch (NoSuchFileException renamed) {
                return seen.getOrDefault(exercise, ""); // an editor is writing it: look again later
            } catch (IOException unreadable) {
                state.append(unreadable);
            }
            state.append('\n');
        }
        return state.toString();
    }
}
