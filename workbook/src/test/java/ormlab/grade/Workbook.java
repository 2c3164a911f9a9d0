package ormlab.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Creates a small workbook in a folder: one exercise with two tasks, without a database. */
final class Workbook {
    static final String STUB =
            """
            package ch01_sums;

            import ormlab.grade.NotSolvedYet;

            public class Sum {
                static int of(int... numbers) {
                    throw new NotSolvedYet("add the numbers");
                }
            }
            """;

    private static final String GRADER =
            """
            package ch01_sums;

            import org.junit.jupiter.api.DisplayName;
            import org.junit.jupiter.api.Order;
            import org.junit.jupiter.api.Test;
            import ormlab.grade.Mistake;

            class SumTest {
                @Test
                @Order(2)
                @DisplayName("The sum of nothing is 0.")
                void nothing() {
                    Mistake.when(Sum.of() != 0, "The sum of nothing came to " + Sum.of() + ".", "01_sums, \\"Nothing\\"");
                }

                @Test
                @Order(1)
                @DisplayName("Two numbers are added.")
                void two() {
                    int sum = Sum.of(2, 3);
                    Mistake.when(sum == 6, "2 and 3 were multiplied, which gives 6.", "01_sums, \\"Adding\\"");
                    Mistake.when(sum != 5, "2 and 3 came to " + sum + ", not to 5.", "01_sums, \\"Adding\\"");
                }
            }
            """;

    final Path root;
    final Path file;

    Workbook(Path root) throws IOException {
        this.root = root;
        file = root.resolve("exercises/src/main/java/ch01_sums/Sum.java");
        write(
                "catalogue/01.1-sum/exercise.properties",
                """
                title = Adding
                class = ch01_sums.Sum
                section = 01_sums, "Adding"
                """);
        write("catalogue/01.1-sum/stub/Sum.java", STUB);
        write(
                "catalogue/01.1-sum/hints.md",
                "# Hint 1\n\nA loop.\n\n# Hint 2\n\nBegin with 0.\n\n# Hint 3\n\nsum += n\n");
        write(
                "catalogue/01.1-sum/solution/Sum.java",
                sum("return java.util.stream.IntStream.of(numbers).sum();"));
        write("catalogue/01.1-sum/grader/ch01_sums/SumTest.java", GRADER);
    }

    /** Adds an exercise that asks for the same under another number and name. */
    void addAnother(String id, String name) throws IOException {
        String folder = "catalogue/" + id + "-" + name.toLowerCase(Locale.ROOT);
        String chapter = "ch" + id.substring(0, 2) + "_sums";
        write(
                folder + "/exercise.properties",
                "title = %s\nclass = %s.%s\nsection = 01_sums, \"Adding\"\n"
                        .formatted(name, chapter, name));
        for (String part : List.of("stub", "solution")) {
            String text =
                    Files.readString(
                            root.resolve("exercises/catalogue/01.1-sum/" + part + "/Sum.java"));
            write(folder + "/" + part + "/" + name + ".java", inChapter(chapter, name, text));
        }
        write(
                folder + "/grader/" + chapter + "/" + name + "Test.java",
                inChapter(chapter, name, GRADER));
    }

    /** Turns a text about the sum into one about another class, which {@link #addAnother} added. */
    static String inChapter(String chapter, String name, String text) {
        return text.replace("ch01_sums", chapter).replaceAll("\\bSum(?=\\b|Test)", name);
    }

    /** Returns an answer whose method has this body. */
    static String sum(String body) {
        return STUB.replace("throw new NotSolvedYet(\"add the numbers\");", body);
    }

    void write(String path, String text) throws IOException {
        Path target = root.resolve("exercises").resolve(path);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    Exercises exercises() {
        return Exercises.above(root);
    }

    Grade grade(String answer) throws IOException {
        write("src/main/java/ch01_sums/Sum.java", answer);
        return exercises().grade("01.1");
    }
}
