package ormlab.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.grade.rules.KnownAnswer;
import ormlab.grade.rules.MistakeDiff;

class MistakeDiffTest {
    private static final String SOLUTION = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n";
    private static final String DIFF =
            """
            Two messages.

            Read again: here

            --- Count.java
            +++ Count.java
            @@ -1,4 +1,4 @@
             one
            -two
            +zwei
             three
             four
            @@ -6,3 +6,2 @@
             six
            -seven
             eight
            """;

    @TempDir Path folder;

    private MistakeDiff mistake(String text) throws IOException {
        Path file = folder.resolve("01.1-count/mistakes/in-german.diff");
        Files.createDirectories(file.getParent());
        return MistakeDiff.read(Files.writeString(file, text));
    }

    @Test
    void every_diff_of_the_catalogue_applies_to_its_solution() {
        for (Exercise exercise : Exercises.find().catalogue().exercises()) {
            KnownAnswer.mistakes(exercise);
        }
    }

    @Test
    void the_message_comes_before_the_diff() throws IOException {
        assertEquals("Two messages.\n\nRead again: here", mistake(DIFF).message());
        assertEquals(
                Map.of("Count.java", "one\nzwei\nthree\nfour\nfive\nsix\neight\n"),
                mistake(DIFF).appliedTo(Map.of("Count.java", SOLUTION)));
    }

    @Test
    void a_diff_still_applies_when_lines_were_added_above() throws IOException {
        assertEquals(
                Map.of("Count.java", "zero\none\nzwei\nthree\nfour\nfive\nsix\neight\n"),
                mistake(DIFF).appliedTo(Map.of("Count.java", "zero\n" + SOLUTION)));
    }

    @Test
    void a_diff_that_no_longer_applies_names_its_mistake_and_the_hunk() throws IOException {
        MistakeDiff mistake = mistake(DIFF);
        Map<String, String> changed = Map.of("Count.java", SOLUTION.replace("seven", "7"));
        assertEquals(
                """
                01.1-count/mistakes/in-german no longer applies to the solution: hunk 2 of 2 in Count.java \
                expects, near line 6:
                six
                seven
                eight""",
                assertThrows(IllegalStateException.class, () -> mistake.appliedTo(changed))
                        .getMessage());
    }

    @Test
    void a_mistake_may_add_and_remove_files() throws IOException {
        MistakeDiff mistake =
                mistake(
                        """
                        A message.

                        diff --git a/Count.java b/Count.java
                        deleted file mode 100644
                        --- a/Count.java
                        +++ /dev/null
                        @@ -1 +0,0 @@
                        -one
                        diff --git a/V1__count.sql b/V1__count.sql
                        new file mode 100644
                        --- /dev/null
                        +++ b/V1__count.sql
                        @@ -0,0 +1,2 @@
                        +-- counts
                        +select 1;
                        """);
        assertEquals(
                Map.of("V1__count.sql", "-- counts\nselect 1;\n"),
                mistake.appliedTo(Map.of("Count.java", "one\n")));
    }

    @Test
    void a_mistake_without_a_diff_or_for_a_missing_file_is_named() throws IOException {
        for (String text : List.of("Only a message.", DIFF.replace("Count.java", "Other.java"))) {
            MistakeDiff mistake = mistake(text);
            String message =
                    assertThrows(
                                    IllegalStateException.class,
                                    () -> mistake.appliedTo(Map.of("Count.java", SOLUTION)))
                            .getMessage();
            assertEquals("01.1-count/mistakes/in-german", message.split(" ")[0]);
        }
    }
}
