package grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.grade.Exercise;
import ormlab.grade.Exercises;

/**
 * Holds that a notebook says the same as the build, word for word.
 *
 * <p>A kernel adds the library by a loader of its own, and the class path of its JVM does not name
 * it; so it is here. One right and one wrong answer of each exercise are graded both ways.
 */
class NotebookAgreesTest {
    private static final String CLASS_PATH = "java.class.path";

    @TempDir Path workbook;

    @Test
    void the_same_words_in_a_notebook_and_in_the_build() throws Exception {
        Exercises exercises = Exercises.find();
        copy(Path.of("catalogue"), workbook.resolve("exercises/catalogue"));
        copy(Path.of("src/test/java"), workbook.resolve("exercises/src/test/java"));
        Exercises copy = Exercises.above(workbook);
        List<String> build = new ArrayList<>();
        List<String> notebook = new ArrayList<>();
        String classPath = System.getProperty(CLASS_PATH);
        try (URLClassLoader kernel = kernel(classPath)) {
            System.setProperty(CLASS_PATH, "");
            Object there = inNotebook(kernel);
            for (Exercise exercise : Selected.from(exercises)) {
                for (Path answer : List.of(first(exercise, "solution"), first(exercise, "wrong"))) {
                    edit(exercise, answer);
                    notebook.add(
                            there.getClass()
                                    .getMethod("grade", String.class)
                                    .invoke(there, exercise.id())
                                    .toString());
                    build.add(copy.grade(exercise.id()).toString());
                }
            }
        } finally {
            System.setProperty(CLASS_PATH, classPath);
        }
        assertEquals(String.join("\n\n", build), String.join("\n\n", notebook));
    }

    private Object inNotebook(ClassLoader kernel) throws ReflectiveOperationException {
        return kernel.loadClass(Exercises.class.getName())
                .getMethod("above", Path.class)
                .invoke(null, workbook);
    }

    private static URLClassLoader kernel(String classPath) throws MalformedURLException {
        List<URL> jars = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            jars.add(new File(entry).toURI().toURL());
        }
        return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** A folder "wrong" holds one folder for each wrong answer; a solution is a folder itself. */
    private static Path first(Exercise exercise, String name) throws IOException {
        Path folder = exercise.folder().resolve(name);
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).sorted().findFirst().orElse(folder);
        }
    }

    private void edit(Exercise exercise, Path answer) throws IOException {
        Path edited = workbook.resolve("exercises/src/main/java").resolve(exercise.chapter());
        copy(answer, edited);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
