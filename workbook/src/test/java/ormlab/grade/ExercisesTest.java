package ormlab.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.error.OrmlabException;

class ExercisesTest {
    private static final String RIGHT =
            Workbook.sum("return java.util.Arrays.stream(numbers).sum();");

    @TempDir Path folder;
    private Workbook workbook;

    @BeforeEach
    void workbook() throws IOException {
        workbook = new Workbook(folder);
    }

    @Test
    void exercises_are_found_from_a_notebooks_folder() throws IOException {
        Path notebooks = Files.createDirectories(folder.resolve("notebooks"));
        assertThat(Exercises.above(notebooks).catalogue().exercises()).hasSize(1);
    }

    @Test
    void a_folder_without_exercises_is_reported() throws IOException {
        Path other = Files.createTempDirectory("elsewhere");
        assertThatThrownBy(() -> Exercises.above(other))
                .isInstanceOf(OrmlabException.class)
                .hasMessage(
                        "There is no folder 'exercises' in "
                                + other
                                + " or above it. Open the notebook in the workbook's own folder 'notebooks'.");
    }

    @Test
    void an_unknown_exercise_suggests_the_nearest() {
        assertThatThrownBy(() -> workbook.exercises().grade("01.2"))
                .hasMessage(
                        "There is no exercise '01.2'. Did you mean '01.1'? progress() lists all of them.");
        assertThatThrownBy(() -> workbook.exercises().grade(null))
                .isInstanceOf(OrmlabException.class);
        assertThat(workbook.exercises().grade("1.1").id()).isEqualTo("01.1");
    }

    @Test
    void missing_files_are_created_and_edited_ones_are_kept() throws IOException {
        workbook.exercises().layOut();
        assertThat(workbook.file).hasContent(Workbook.STUB);
        Files.writeString(workbook.file, RIGHT);
        workbook.exercises().layOut();
        assertThat(workbook.file).hasContent(RIGHT);
    }

    @Test
    void a_changed_stub_replaces_only_untouched_files() throws IOException {
        workbook.exercises().layOut();
        String changed = Workbook.STUB.replace("add the numbers", "add all numbers");
        workbook.write("catalogue/01.1-sum/stub/Sum.java", changed);
        workbook.exercises().layOut();
        assertThat(workbook.file).hasContent(changed);

        Files.writeString(workbook.file, RIGHT);
        workbook.write("catalogue/01.1-sum/stub/Sum.java", Workbook.STUB);
        workbook.exercises().layOut();
        assertThat(workbook.file).hasContent(RIGHT);
    }

    @Test
    void hints_are_shown_one_at_a_time_and_remembered() {
        assertThat(workbook.exercises().hint("01.1").text())
                .isEqualTo("01.1 Adding: hint 1 of 3\n  A loop.");
        assertThat(workbook.exercises().hint("01.1").heading())
                .isEqualTo("01.1 Adding: hint 2 of 3");
        workbook.exercises().hint("01.1");
        assertThat(workbook.exercises().hint("01.1").text())
                .isEqualTo(
                        """
                        01.1 Adding: hint 3 of 3
                          sum += n
                          This was the last hint. solution("01.1", "show me") shows one way.""");
    }

    @Test
    void the_solution_waits_until_the_exercise_is_solved() throws IOException {
        assertThatThrownBy(() -> workbook.exercises().solution("01.1"))
                .hasMessage(
                        "Exercise 01.1 is not solved yet. hint(\"01.1\") helps; to see a"
                                + " solution anyway, write"
                                + " solution(\"01.1\", \"show me\").");
        workbook.grade(RIGHT);
        assertThat(workbook.exercises().solution("01.1").difference())
                .contains(
                        "-         return java.util.Arrays.stream(numbers).sum();\n"
                                + "+         return java.util.stream.IntStream.of(numbers).sum();");
    }

    @Test
    void a_right_answer_is_followed_by_the_solution_and_the_next_unsolved_exercise()
            throws IOException {
        workbook.addAnother("02.1", "Total");
        workbook.addAnother("02.2", "Tally");
        workbook.write(
                "src/main/java/ch02_sums/Total.java",
                Workbook.inChapter("ch02_sums", "Total", RIGHT));
        assertThat(workbook.exercises().grade("02.1").next()).isEqualTo("go on with 02.2 Tally.");
        Grade right = workbook.grade(RIGHT);
        assertThat(right.text())
                .endsWith(
                        "solution(\"01.1\") compares your answer with a good solution.\n"
                                + "Next: go on with 02.2 Tally.");
        assertThat(right.html())
                .contains(
                        "<details><summary>A good solution, compared with your answer</summary>",
                        workbook.exercises().solution("01.1").html() + "</details>");
    }

    @Test
    void no_solution_follows_a_wrong_answer_or_the_solution_itself() throws IOException {
        workbook.grade(RIGHT);
        for (String answer : List.of(Workbook.STUB, Workbook.sum("return 6;"), "class Sum {")) {
            Grade grade = workbook.grade(answer);
            assertThat(grade.html()).doesNotContain("<details>", "IntStream");
            assertThat(grade.text()).doesNotContain("solution(");
        }
        String same = "return java.util.stream.IntStream.of(numbers).sum();";
        Grade solved = workbook.grade(Workbook.sum(same));
        assertThat(solved.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(solved.html()).doesNotContain("<details>");
        assertThat(solved.next()).isEmpty();
    }

    @Test
    void a_teachers_comments_are_shown_as_text_below_the_grade() throws IOException {
        workbook.write(
                "comments/week-1.md",
                "# 01.1 Adding\nWell done,\n  but <b>loops</b> are fine, too.\n\n# 01.2\nNot here.\n");
        workbook.write("comments/week-2.md", "# 1.1\r\nBetter.\n");
        workbook.write("comments/notes.txt", "# 01.1\nNot a comment.");
        Grade grade = workbook.grade(Workbook.sum("return 6;"));
        assertThat(grade.text())
                .contains(
                        "\nYour teacher's comment:\n  Well done,\n    but <b>loops</b> are fine,"
                                + " too.\n\n  Better.\nNext: fix ")
                .doesNotContain("Not ");
        assertThat(grade.html())
                .contains("Your teacher&#39;s comment:", "but &lt;b&gt;loops&lt;/b&gt; are fine")
                .doesNotContain("<b>loops");
    }

    @Test
    void without_a_comment_nothing_is_said_about_a_teacher() throws IOException {
        workbook.write("comments/week-1.md", "Dear class!\n# 01.2\nNot here.\n# 01.1\n\n");
        assertThat(workbook.grade(RIGHT).text()).doesNotContain("teacher", "Dear", "Not here");
    }

    @Test
    void the_solution_is_shown_on_request() {
        assertThat(workbook.exercises().solution("01.1", "show me").difference()).contains("+ ");
    }

    @Test
    void reset_keeps_the_answer_as_a_copy() throws IOException {
        workbook.grade(RIGHT);
        assertThat(workbook.exercises().reset("01.1").body())
                .isEqualTo(
                        "exercises/src/main/java/ch01_sums/Sum.java is the stub again. Your"
                                + " answer is kept in"
                                + " exercises/.progress/backup/01.1/1.");
        assertThat(workbook.file).hasContent(Workbook.STUB);
        assertThat(folder.resolve("exercises/.progress/backup/01.1/1/Sum.java")).hasContent(RIGHT);
        assertThat(workbook.exercises().reset("01.1").heading())
                .isEqualTo("01.1 Adding: nothing to reset");
    }

    @Test
    void a_cell_writes_the_file_but_does_not_overwrite_newer_edits() throws IOException {
        assertThat(workbook.exercises().answer("01.1", RIGHT).verdict()).isEqualTo(Verdict.PASSED);
        workbook.exercises().answer("01.1", RIGHT + "\n");
        Files.writeString(workbook.file, RIGHT + "// mine\n");
        assertThatThrownBy(() -> workbook.exercises().answer("01.1", RIGHT))
                .hasMessage(
                        "The file exercises/src/main/java/ch01_sums/Sum.java was edited since this cell"
                                + " last wrote it and is left as it is. To overwrite it, write"
                                + " %%answer 01.1 over; a copy of it is kept.");
        assertThat(workbook.file).hasContent(RIGHT + "// mine\n");
    }

    @Test
    void a_cell_overwrites_newer_edits_on_request_and_keeps_a_copy() throws IOException {
        Files.createDirectories(workbook.file.getParent());
        Files.writeString(workbook.file, RIGHT + "// mine\n");
        Grade grade = workbook.exercises().answer("01.1", RIGHT, "over");
        assertThat(grade.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(workbook.file).hasContent(RIGHT);
        assertThat(folder.resolve("exercises/.progress/backup/01.1/1/Sum.java"))
                .hasContent(RIGHT + "// mine\n");
    }

    @Test
    void progress_is_a_picture_with_a_sign_and_a_name_for_each_exercise() throws IOException {
        assertThat(workbook.exercises().progress().html())
                .startsWith("<div><details open><summary><b>01 sums: 0 of 1</b>")
                .contains("title=\"01.1 Adding: to do\"")
                .doesNotContain("&#10003;");
        workbook.grade(RIGHT);
        assertThat(workbook.exercises().progress().html())
                .startsWith("<div><details><summary><b>01 sums: 1 of 1</b>")
                .contains("title=\"01.1 Adding: passed\"")
                .contains("background-color: #1a7f37\">&#10003;</span>");
    }

    @Test
    void progress_remembers_verdicts_and_notices_changes() throws IOException {
        assertThat(workbook.exercises().progress().text())
                .isEqualTo("  to do   01.1 Adding\n0 of 1 solved, next: 01.1 Adding");
        workbook.grade(RIGHT);
        assertThat(workbook.exercises().progress().text()).startsWith("  passed  01.1 Adding");
        Files.writeString(workbook.file, RIGHT + "// more\n");
        assertThat(workbook.exercises().progress().text())
                .contains(
                        "to do   01.1 Adding\n          changed since it was last graded: grade(\"01.1\")");
    }

    @Test
    void a_damaged_progress_file_does_no_harm() throws IOException {
        workbook.write(".progress/01.1.properties", "verdict = \\u00\n");
        assertThat(workbook.exercises().progress().solved()).isZero();
        assertThat(workbook.grade(RIGHT).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void exercises_are_selected_by_number_and_chapter_in_numeric_order() throws IOException {
        for (String id : new String[] {"02.9", "02.10", "10.1"}) {
            workbook.write(
                    "catalogue/" + id + "-x/exercise.properties",
                    "title = T\nclass = ch.C\nsection = s\n");
        }
        Catalogue catalogue = workbook.exercises().catalogue();
        assertThat(catalogue.select(""))
                .extracting(Exercise::id)
                .containsExactly("01.1", "02.9", "02.10", "10.1");
        assertThat(catalogue.select("2")).extracting(Exercise::id).containsExactly("02.9", "02.10");
        assertThat(catalogue.select("02.1, 01".replace("02.1", "02.10")))
                .extracting(Exercise::id)
                .containsExactly("01.1", "02.10");
        assertThatThrownBy(() -> catalogue.select("07"))
                .hasMessageStartingWith("There is no exercise '07'.");
    }
}
