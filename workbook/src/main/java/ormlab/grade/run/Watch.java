package ormlab.grade.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import ormlab.error.OrmlabException;
import ormlab.grade.Exercise;
import ormlab.grade.Exercises;

/**
 * Grades an exercise whenever one of its files is saved.
 *
 * <p>It looks at the files' times and sizes, some times a second. The notices of operating systems
 * are not used: they differ, come late on macOS, and miss editors that write beside and rename, and
 * network folders.
 */
public final class Watch {
    private static final long BETWEEN_LOOKS_MILLIS = 200;

    /** A logger that is not referenced is garbage collected together with its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private final Exercises exercises;
    private final List<Exercise> watched;
    private final Consumer<String> screen;
    private final Map<Exercise, String> seen = new LinkedHashMap<>();

    /**
     * Begins to watch; what is there now counts as seen.
     *
     * @param exercises the workbook's exercises
     * @param selection a number, a chapter, several with commas, or nothing for all
     * @param screen where the grades go
     */
    public Watch(Exercises exercises, String selection, Consumer<String> screen) {
        this.exercises = exercises;
        this.screen = screen;
        exercises.layOut();
        watched = exercises.catalogue().select(selection);
        watched.forEach(exercise -> seen.put(exercise, state(exercise)));
    }

    /**
     * Watches until the process is ended, as by Ctrl-C.
     *
     * @param words the folder of the workbook, then the selection, which may be missing
     * @throws InterruptedException when the thread is interrupted
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

    /** Prints what is watched, and grades it if it is one exercise. */
    public void begin() {
        if (watched.size() == 1) {
            grade(watched.get(0));
        } else {
            screen.accept(exercises.progress().text());
        }
        screen.accept(
                "\nWatching " + named() + ": save a file to have it graded; Ctrl-C ends this.");
    }

    private String named() {
        return watched.size() == 1
                ? watched.get(0).shownFile()
                : watched.size() + " exercises in exercises/src/main/java";
    }

    /** Grades each exercise whose files changed since the last look. */
    public void look() {
        List<Exercise> changed = new ArrayList<>();
        for (Exercise exercise : watched) {
            String now = state(exercise);
            if (!now.equals(seen.put(exercise, now))) {
                changed.add(exercise);
            }
        }
        changed.forEach(this::grade);
        if (!changed.isEmpty()) {
            screen.accept("\n" + exercises.progress().summary());
        }
    }

    private void grade(Exercise exercise) {
        try {
            screen.accept("\n" + exercises.grade(exercise.id()).text());
        } catch (OrmlabException told) {
            screen.accept("\n" + told.getMessage());
        }
    }

    private String state(Exercise exercise) {
        StringBuilder state = new StringBuilder();
        for (Path file : exercises.files(exercise)) {
            try {
                BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
                state.append(about.lastModifiedTime()).append(' ').append(about.size());
            } catch (NoSuchFileException renamed) {
                return seen.getOrDefault(exercise, ""); // an editor is at it: look again
            } catch (IOException unreadable) {
                state.append(unreadable);
            }
            state.append('\n');
        }
        return state.toString();
    }
}
