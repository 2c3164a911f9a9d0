package grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ormlab.grade.Exercise;
import ormlab.grade.Exercises;
import ormlab.grade.Grade;
import ormlab.grade.rules.KnownAnswer;

/**
 * Checks that a notebook shows the same text as the build, word for word. It compares the stub and
 * every eighth known answer of each exercise; {@code -Dnotebook.every=1} compares all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class NotebookAgreesIT {
    private static final long MINUTES = 8;
    private static final int EVERY = Integer.getInteger("notebook.every", 8);

    private final Exercises exercises = Exercises.find();
    private final List<Exercise> selected = Selected.from(exercises);

    private Path grades;
    private Process notebook;
    private Path log;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        grades = folder;
        log = grades.resolve("log");
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        line.addAll(List.of("-cp", Path.of("target/test-classes").toAbsolutePath().toString()));
        line.add(NotebookSide.class.getName());
        line.add(System.getProperty("java.class.path"));
        line.add(Path.of("").toAbsolutePath().toString());
        line.add(grades.toString());
        List<String> answers = new ArrayList<>();
        for (Exercise exercise : selected) {
            for (KnownAnswer answer : compared(exercise)) {
                answers.addAll(List.of(exercise.id(), laidOut(answer).toString()));
            }
        }
        Files.write(grades.resolve(NotebookSide.ANSWERS), answers);
        notebook =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
    }

    private static List<KnownAnswer> compared(Exercise exercise) {
        List<KnownAnswer> all = KnownAnswer.of(exercise);
        return IntStream.range(0, all.size())
                .filter(index -> index % EVERY == 0)
                .mapToObj(all::get)
                .toList();
    }

    private Path laidOut(KnownAnswer answer) throws IOException {
        Path place = Files.createDirectories(grades.resolve(answer.name()));
        for (Map.Entry<String, String> file : answer.files().entrySet()) {
            Files.writeString(place.resolve(file.getKey()), file.getValue());
        }
        return place;
    }

    @AfterAll
    void end() {
        notebook.destroyForcibly();
    }

    @TestFactory
    Stream<DynamicTest> the_same_words_in_a_notebook_and_in_the_build() {
        return selected.stream()
                .map(exercise -> dynamicTest(exercise.id(), () -> sameWords(exercise)));
    }

    private void sameWords(Exercise exercise) throws Exception {
        List<String> build = new ArrayList<>();
        List<String> there = new ArrayList<>();
        for (KnownAnswer answer : compared(exercise)) {
            Grade grade = Graded.of(exercises, answer);
            build.add(answer.name() + "\n" + NotebookSide.told(grade.text(), grade.html()));
        }
        awaitNotebook();
        for (KnownAnswer answer : compared(exercise)) {
            Path told = grades.resolve(answer.name()).resolve(NotebookSide.GRADE);
            there.add(answer.name() + "\n" + Files.readString(told));
        }
        assertEquals(String.join("\n", build), String.join("\n", there));
    }

    private void awaitNotebook() throws Exception {
        boolean ended = notebook.waitFor(MINUTES, TimeUnit.MINUTES);
        assertEquals("0", ended ? "" + notebook.exitValue() : "late", Files.readString(log));
    }
}
