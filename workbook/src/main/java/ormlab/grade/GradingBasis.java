package ormlab.grade;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ormlab.Database;

/**
 * A fingerprint of everything except the answer that a verdict depends on: the exercise and its
 * grader, the chapter's other classes, the library, its dependencies, and Java.
 */
final class GradingBasis {
    private GradingBasis() {}

    static String of(Exercise exercise, List<Path> sources) {
        Stream<Path> folders =
                Stream.concat(
                        Stream.of(exercise.folder(), exercise.folder().resolveSibling("shared")),
                        sources.stream().map(folder -> folder.resolve(exercise.chapter())));
        String files = folders.map(GradingBasis::contents).collect(Collectors.joining());
        return AnswerFiles.fingerprint(files + Installed.FINGERPRINT);
    }

    /** Returns each file below a folder with the fingerprint of its content. */
    private static String contents(Path folder) {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> folder.relativize(file) + " " + fingerprint(file) + "\n")
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw TextFiles.unreadable(folder, e);
        }
    }

    private static String fingerprint(Path file) {
        try {
            return AnswerFiles.fingerprint(Files.readAllBytes(file));
        } catch (IOException e) {
            throw TextFiles.unreadable(file, e);
        }
    }

    /** Computed once, because a running process does not change its classes. */
    private static final class Installed {
        static final String FINGERPRINT =
                System.getProperty("java.version")
                        + ClassPath.named().map(File::getName).collect(Collectors.joining(" "))
                        + classes(Database.class)
                        + classes(Grader.class);

        /**
         * Returns a fingerprint of the classes in a folder, from which the build runs, or in a jar,
         * from which lab.py runs; it is the same for both.
         */
        private static String classes(Class<?> type) {
            Path origin = ClassPath.originOf(type).orElseThrow().toPath();
            if (Files.isDirectory(origin)) {
                return contents(origin.resolve("ormlab"));
            }
            try (FileSystem jar = FileSystems.newFileSystem(origin)) {
                return contents(jar.getPath("ormlab"));
            } catch (IOException e) {
                throw TextFiles.unreadable(origin, e);
            }
        }
    }
}
