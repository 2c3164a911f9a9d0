package ormlab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.grade.run.GradeExercises;

class ReportTest {
    private static final String OVERVIEW = "  %-8s01.1 Adding\n0 of 1 solved, next: 01.1 Adding";

    @TempDir Path folder;
    private Workbook workbook;

    @BeforeEach
    void workbook() throws IOException {
        workbook = new Workbook(folder);
    }

    @Test
    void untouched_exercises_are_listed_and_the_next_one_comes_last() {
        Report report = Report.of(workbook.exercises(), "");
        assertThat(report.text()).isEqualTo(OVERVIEW.formatted("to do"));
        assertThat(report.hasWrong()).isFalse();
    }

    @Test
    void a_wrong_answer_is_shown_before_the_overview() throws IOException {
        Grade wrong = workbook.grade(Workbook.sum("return 6;"));
        Report report = Report.of(workbook.exercises(), "01");
        assertThat(report.text())
                .startsWith(wrong.text().substring(0, wrong.text().indexOf("Next:")))
                .contains(
                        "Sum.java, save it, then run \"python3 lab.py grade 01.1\". \"python3 lab.py hint 01.1\"")
                .endsWith("\n\n" + OVERVIEW.formatted("wrong"));
        assertThat(report.hasWrong()).isTrue();
        assertThat(report.page())
                .startsWith("<!doctype html>")
                .contains("<title>0 of 1 solved, next: 01.1 Adding</title>")
                .contains("2 and 3 were multiplied");
    }

    @Test
    void a_passed_answer_is_graded_again_only_when_something_has_changed() throws IOException {
        String talkative =
                Workbook.sum("System.out.print('+'); return numbers.length == 0 ? 0 : 5;");
        Grade first = workbook.grade(talkative);
        Grade second = Report.of(workbook.exercises(), "01").grades().get(0);
        assertThat(first.output()).isEqualTo("+++");
        assertThat(second.output()).isEmpty();
        assertThat(second.tasks()).hasSize(2).isEqualTo(first.tasks());
        assertThat(second.next()).isEqualTo(first.next());

        for (String changed :
                List.of(
                        "catalogue/01.1-sum/solution/Sum.java",
                        "src/main/java/ch01_sums/Helper.java",
                        "catalogue/shared/Common.java")) {
            workbook.write(changed, "package ch01_sums; class Helper {}");
            assertThat(Report.of(workbook.exercises(), "01").grades().get(0).output())
                    .as(changed)
                    .isEqualTo("+++");
            assertThat(Report.of(workbook.exercises(), "01").grades().get(0).output())
                    .as(changed)
                    .isEmpty();
        }
        assertThat(workbook.exercises().grade("01.1").output()).isEqualTo("+++");
    }

    @Test
    void a_solved_chapter_names_the_next_exercise() throws IOException {
        workbook.write(
                "catalogue/02.1-t/exercise.properties",
                "title = Taking away\nclass = ch02_t.T\nsection = s\n");
        workbook.grade(Workbook.sum("return numbers.length == 0 ? 0 : 5;"));
        assertThat(Report.of(workbook.exercises(), "01").text())
                .isEqualTo("  passed  01.1 Adding\n1 of 2 solved, next: 02.1 Taking away");
    }

    @Test
    void a_solved_exercise_is_followed_by_the_next_unsolved_one_in_order() throws IOException {
        workbook.addAnother("02.1", "Total");
        workbook.addAnother("02.2", "Tally");
        String right = Workbook.sum("return numbers.length == 0 ? 0 : 5;");
        workbook.write(
                "src/main/java/ch02_sums/Total.java",
                Workbook.inChapter("ch02_sums", "Total", right));
        assertThat(Report.of(workbook.exercises(), "02.1").text())
                .isEqualTo("  passed  02.1 Total\n1 of 3 solved, next: 02.2 Tally");
        workbook.write(
                "src/main/java/ch02_sums/Tally.java",
                Workbook.inChapter("ch02_sums", "Tally", right));
        assertThat(Report.of(workbook.exercises(), "2").text())
                .isEqualTo(
                        """
                        02 sums: 2 of 2
                          passed  02.1 Total
                          passed  02.2 Tally
                        2 of 3 solved, next: 01.1 Adding""");
    }

    @Test
    void the_program_prints_the_report_and_exits() throws Exception {
        assertThat(program()).isEqualTo("\n" + OVERVIEW.formatted("to do") + "\n\nexit code 0");
        workbook.grade(Workbook.sum("return 6;"));
        assertThat(program("01.1")).endsWith(OVERVIEW.formatted("wrong") + "\n\nexit code 1");
        assertThat(program("07")).endsWith("exit code 2").contains("There is no exercise '07'.");
    }

    private String program(String... selection) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(GradeExercises.class.getName(), folder.toString()));
        command.addAll(List.of(selection));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return printed.replace("\r\n", "\n") + "exit code " + process.waitFor();
    }
}
