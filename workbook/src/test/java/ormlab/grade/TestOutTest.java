package ormlab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestOutTest {
    private static final String RIGHT = Workbook.sum("return numbers.length == 0 ? 0 : 5;");

    @TempDir Path folder;
    private Workbook workbook;

    @BeforeEach
    void workbook() throws IOException {
        workbook = new Workbook(folder);
        workbook.addAnother("01.2", "Total");
    }

    private TestOut test() {
        return TestOut.of(workbook.exercises(), "01", List.of("01.1", "01.2"));
    }

    private void answerBoth(String first, String second) throws IOException {
        workbook.write("src/main/java/ch01_sums/Sum.java", first);
        workbook.write(
                "src/main/java/ch01_sums/Total.java",
                Workbook.inChapter("ch01_sums", "Total", second));
    }

    @Test
    void stories_and_stubs_come_first_without_hints() {
        assertThat(test().text())
                .startsWith(
                        """
                        01.1 Adding: to do
                          Your file: exercises/src/main/java/ch01_sums/Sum.java

                            public class Sum {
                                static int of(int... numbers) {
                                    throw new NotSolvedYet("add the numbers");
                                }
                            }

                        01.2 Total: to do
                        """)
                .endsWith(
                        "0 of 2 passed. Solve the others in their files, then run"
                                + " \"python3 lab.py test-out 01\" again.")
                .doesNotContain("hint");
        assertThat(test().hasWrong()).isFalse();
    }

    @Test
    void a_wrong_answer_gets_its_sections_and_no_message() throws IOException {
        answerBoth(RIGHT, Workbook.sum("return 6;"));
        assertThat(test().text())
                .isEqualTo(
                        """
                        01.1 Adding: passed
                        01.2 Total: wrong
                          wrong: Two numbers are added.
                          wrong: The sum of nothing is 0.
                          Read: 01_sums, "Adding"
                          Read: 01_sums, "Nothing"
                        1 of 2 passed. Read these sections, change your answers, then run "python3 lab.py test-out 01" again.""");
        assertThat(test().hasWrong()).isTrue();
    }

    @Test
    void a_compile_error_is_shown() throws IOException {
        answerBoth(RIGHT, "package ch01_sums; class Sum {");
        assertThat(test().text()).contains("01.2 Total: does not compile", "reached end of file");
    }

    @Test
    void all_passed_means_that_the_chapter_is_known() throws IOException {
        answerBoth(RIGHT, RIGHT);
        assertThat(test().text())
                .endsWith("\n2 of 2 passed: you know chapter 01. Go on with the next one.");
    }
}
