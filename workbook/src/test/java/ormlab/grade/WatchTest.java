package ormlab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.grade.run.Watch;

class WatchTest {
    private static final String RIGHT = Workbook.sum("return numbers.length == 0 ? 0 : 5;");

    private static final String SUM = "src/main/java/ch01_sums/Sum.java";

    @TempDir Path folder;
    private Workbook workbook;
    private final List<String> said = new ArrayList<>();
    private Watch watch;

    @BeforeEach
    void begin() throws IOException {
        workbook = new Workbook(folder);
        watching("01.1");
    }

    @Test
    void it_grades_at_once_and_names_the_file_to_edit() {
        assertThat(said.get(0)).startsWith("\n01.1 Adding: to do");
        assertThat(said.get(1)).isEqualTo(invitation("ch01_sums/Sum.java"));
    }

    @Test
    void nothing_is_graded_while_nothing_is_saved() {
        said.clear();
        watch.look();
        assertThat(said).isEmpty();
    }

    @Test
    void a_saved_file_is_graded_once_and_then_compared_with_the_solution() throws IOException {
        said.clear();
        workbook.write(SUM, RIGHT);
        watch.look();
        watch.look();
        assertThat(said).hasSize(4);
        assertThat(said.get(0)).startsWith("\n01.1 Adding: passed");
        assertThat(said.get(1))
                .startsWith("\n01.1 Adding: one good solution")
                .contains("+         return java.util.stream.IntStream.of(numbers).sum();");
        assertThat(said.get(2)).isEqualTo("\n1 of 1 solved");
        assertThat(said.get(3))
                .isEqualTo(
                        "\nEverything here is solved. A file that you save is graded again. Ctrl-C ends this.");
    }

    @Test
    void an_answer_that_is_the_solution_is_not_compared_with_it() throws IOException {
        said.clear();
        workbook.write(SUM, Workbook.sum("return java.util.stream.IntStream.of(numbers).sum();"));
        watch.look();
        assertThat(said).hasSize(3);
        assertThat(said.get(1)).isEqualTo("\n1 of 1 solved");
    }

    @Test
    void a_file_that_an_editor_removes_briefly_is_waited_for() throws IOException {
        said.clear();
        Files.delete(workbook.file);
        watch.look();
        assertThat(said).isEmpty();
        workbook.write(SUM, RIGHT);
        watch.look();
        assertThat(said.get(0)).startsWith("\n01.1 Adding: passed");
    }

    @Test
    void a_compile_error_is_shown_and_the_watch_continues() throws IOException {
        said.clear();
        workbook.write(SUM, "class Sum {");
        watch.look();
        assertThat(said).hasSize(1);
        workbook.write(SUM, RIGHT);
        watch.look();
        assertThat(said.get(0)).startsWith("\n01.1 Adding: does not compile");
        assertThat(said.get(1)).startsWith("\n01.1 Adding: passed");
    }

    @Test
    void a_solved_exercise_is_followed_by_the_next() throws IOException {
        workbook.addAnother("02.1", "Total");
        watching("01.1");
        said.clear();
        workbook.write(SUM, RIGHT);
        watch.look();
        assertThat(said.get(2)).isEqualTo("\n1 of 2 solved, next: 02.1 Total");
        assertThat(said.get(3)).startsWith("\n02.1 Total: to do");
        assertThat(said.get(4)).isEqualTo(invitation("ch02_sums/Total.java"));
        said.clear();
        workbook.write(
                "src/main/java/ch02_sums/Total.java",
                Workbook.inChapter("ch02_sums", "Total", RIGHT));
        watch.look();
        assertThat(said.get(0)).startsWith("\n02.1 Total: passed");
        assertThat(said.get(2)).isEqualTo("\n2 of 2 solved: all done");
    }

    @Test
    void without_a_number_it_begins_with_the_first_unsolved() throws IOException {
        workbook.addAnother("02.1", "Total");
        workbook.write(SUM, RIGHT);
        workbook.exercises().grade("01.1");
        watching("");
        assertThat(said.get(0)).startsWith("\n02.1 Total: to do");
        said.clear();
        workbook.write(
                "src/main/java/ch02_sums/Total.java",
                Workbook.inChapter("ch02_sums", "Total", RIGHT));
        watch.look();
        assertThat(said.get(3)).startsWith("\nEverything here is solved.");
    }

    @Test
    void what_was_skipped_comes_at_the_end() throws IOException {
        workbook.addAnother("02.1", "Total");
        watching("");
        said.clear();
        workbook.write(
                "src/main/java/ch02_sums/Total.java",
                Workbook.inChapter("ch02_sums", "Total", RIGHT));
        watch.look();
        assertThat(said.get(0)).startsWith("\n02.1 Total: passed");
        assertThat(said.get(3)).startsWith("\n01.1 Adding: to do");
    }

    @Test
    void the_exercise_that_it_names_next_is_the_one_that_it_opens() throws IOException {
        workbook.addAnother("02.1", "Total");
        workbook.addAnother("02.2", "Tally");
        workbook.addAnother("03.1", "Count");
        for (String selection : List.of("02", "02.2")) {
            workbook.write("src/main/java/ch02_sums/Tally.java", "class Tally {");
            watching(selection);
            said.clear();
            workbook.write(
                    "src/main/java/ch02_sums/Tally.java",
                    Workbook.inChapter("ch02_sums", "Tally", RIGHT));
            watch.look();
            String next = selection.equals("02") ? "02.1 Total" : "03.1 Count";
            assertThat(said.get(0)).startsWith("\n02.2 Tally: passed").doesNotContain("Next:");
            assertThat(said.get(2)).isEqualTo("\n1 of 4 solved, next: " + next);
            assertThat(said.get(3)).startsWith("\n" + next + ": to do");
        }
    }

    @Test
    void a_chapter_stays_within_the_chapter() throws IOException {
        workbook.addAnother("02.1", "Total");
        workbook.addAnother("02.2", "Tally");
        watching("2");
        assertThat(said.get(0)).startsWith("\n02.1 Total: to do");
        said.clear();
        workbook.write(SUM, RIGHT);
        watch.look();
        assertThat(said).isEmpty();
    }

    private void watching(String selection) {
        said.clear();
        watch = new Watch(workbook.exercises(), selection, said::add);
        watch.begin();
    }

    private static String invitation(String file) {
        return "\nEdit exercises/src/main/java/%s and save it to have it graded. Ctrl-C ends this."
                .formatted(file);
    }
}
