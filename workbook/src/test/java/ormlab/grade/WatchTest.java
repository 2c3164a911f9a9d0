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

    @TempDir Path folder;
    private Workbook workbook;
    private final List<String> said = new ArrayList<>();
    private Watch watch;

    @BeforeEach
    void begin() throws IOException {
        workbook = new Workbook(folder);
        watch = new Watch(workbook.exercises(), "01.1", said::add);
        watch.begin();
    }

    @Test
    void it_grades_at_once_and_says_what_it_watches() {
        assertThat(said.get(0)).startsWith("\n01.1 Adding: to do");
        assertThat(said.get(1))
                .isEqualTo(
                        "\nWatching exercises/src/main/java/ch01_sums/Sum.java: save a file to have it"
                                + " graded; Ctrl-C ends this.");
    }

    @Test
    void nothing_is_graded_while_nothing_is_saved() {
        said.clear();
        watch.look();
        assertThat(said).isEmpty();
    }

    @Test
    void a_saved_file_is_graded_once() throws IOException {
        said.clear();
        workbook.write("src/main/java/ch01_sums/Sum.java", RIGHT);
        watch.look();
        watch.look();
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).startsWith("\n01.1 Adding: passed");
        assertThat(said.get(1)).isEqualTo("\n1 of 1 solved");
    }

    @Test
    void a_file_that_an_editor_takes_away_for_a_moment_is_waited_for() throws IOException {
        said.clear();
        Files.delete(workbook.file);
        watch.look();
        assertThat(said).isEmpty();
        workbook.write("src/main/java/ch01_sums/Sum.java", RIGHT);
        watch.look();
        assertThat(said.get(0)).startsWith("\n01.1 Adding: passed");
    }

    @Test
    void a_compile_error_is_told_and_the_watch_goes_on() throws IOException {
        said.clear();
        workbook.write("src/main/java/ch01_sums/Sum.java", "class Sum {");
        watch.look();
        workbook.write("src/main/java/ch01_sums/Sum.java", RIGHT);
        watch.look();
        assertThat(said.get(0)).startsWith("\n01.1 Adding: does not compile");
        assertThat(said.get(2)).startsWith("\n01.1 Adding: passed");
    }

    @Test
    void a_chapter_begins_with_its_overview() {
        said.clear();
        new Watch(workbook.exercises(), "1", said::add).begin();
        assertThat(said.get(0)).startsWith("\n01.1 Adding: to do");
    }
}
