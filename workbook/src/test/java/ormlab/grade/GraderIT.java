package ormlab.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.error.OrmlabException;

class GraderIT {
    @TempDir Path folder;
    private Workbook workbook;

    @BeforeEach
    void workbook() throws IOException {
        workbook = new Workbook(folder);
    }

    private Grade within(Duration limit, String body) {
        Exercise exercise = workbook.exercises().catalogue().get("01.1");
        Grader grader = new Grader(limit);
        return grader.grade(
                exercise, new Answer(Map.of("Sum.java", Workbook.sum(body)), java.util.List.of()));
    }

    @Test
    void an_untouched_exercise_is_to_do() {
        assertThat(workbook.exercises().grade("01.1").text())
                .isEqualTo(
                        """
                        01.1 Adding: to do
                          to do   1. Two numbers are added.
                          to do   2. The sum of nothing is 0.
                        Next: write what the TODO in exercises/src/main/java/ch01_sums/Sum.java asks for, save it, then
                        grade("01.1").\
                        """);
    }

    @Test
    void an_untouched_exercise_is_neither_compiled_nor_run() throws IOException {
        String grader = "catalogue/01.1-sum/grader/ch01_sums/SumTest.java";
        String text = java.nio.file.Files.readString(folder.resolve("exercises/" + grader));
        workbook.write(
                grader,
                text.replace("class SumTest", "what is not valid Java")
                        .replace("The sum of", "The \\\"sum\\\"\"\n            + \" of"));
        Grade untouched = workbook.exercises().grade("01.1");
        assertThat(untouched.verdict()).isEqualTo(Verdict.TO_DO);
        assertThat(untouched.tasks())
                .extracting(TaskGrade::sentence)
                .containsExactly("Two numbers are added.", "The \"sum\" of nothing is 0.");
        Grade begun = workbook.grade(Workbook.sum("return 5;"));
        assertThat(begun.verdict()).isEqualTo(Verdict.DOES_NOT_COMPILE);
    }

    @Test
    void a_right_answer_passes() throws IOException {
        Grade grade =
                workbook.grade(Workbook.sum("int s = 0; for (int n : numbers) s += n; return s;"));
        assertThat(grade.text())
                .isEqualTo(
                        """
                        01.1 Adding: passed
                          passed  1. Two numbers are added.
                          passed  2. The sum of nothing is 0.
                        solution("01.1") compares your answer with a good solution.\
                        """);
    }

    @Test
    void a_wrong_answer_gets_its_mistake_and_where_to_read() throws IOException {
        Grade grade =
                workbook.grade(
                        Workbook.sum("return numbers.length == 0 ? 0 : numbers[0] * numbers[1];"));
        assertThat(grade.text())
                .isEqualTo(
                        """
                        01.1 Adding: wrong, 1 of 2 tasks passed
                          wrong   1. Two numbers are added.
                                     2 and 3 were multiplied, which gives 6.
                                     Read again: 01_sums, "Adding"
                          passed  2. The sum of nothing is 0.
                        Next: fix exercises/src/main/java/ch01_sums/Sum.java, save it, then grade("01.1"). hint("01.1")
                        helps.\
                        """);
    }

    @Test
    void a_half_written_answer_is_to_do() throws IOException {
        Grade grade =
                workbook.grade(
                        Workbook.sum(
                                "if (numbers.length == 0) return 0; throw new NotSolvedYet(\"the rest\");"));
        assertThat(grade.verdict()).isEqualTo(Verdict.TO_DO);
        assertThat(grade.text()).startsWith("01.1 Adding: to do, 1 of 2 tasks passed");
    }

    @Test
    void a_compile_error_names_file_line_and_code() throws IOException {
        Grade grade = workbook.grade(Workbook.sum("return numbers.size();"));
        assertThat(grade.verdict()).isEqualTo(Verdict.DOES_NOT_COMPILE);
        assertThat(grade.text())
                .startsWith(
                        """
                        01.1 Adding: does not compile
                          Sum.java, line 7:
                              return numbers.size();
                                            ^
                          cannot find symbol
                            symbol:   method size()
                            location: variable numbers of type int[]
                        Next: fix""");
    }

    @Test
    void of_many_compile_errors_the_first_three_are_shown() throws IOException {
        Grade grade = workbook.grade(Workbook.sum("a(); b(); c(); d(); e(); return 0;"));
        assertThat(grade.problem())
                .contains("method c()")
                .doesNotContain("method d()")
                .endsWith("and 2 more; fix the first one first.");
    }

    @Test
    void a_missing_method_that_the_tasks_need_is_reported() throws IOException {
        Grade grade = workbook.grade("package ch01_sums;\npublic class Sum {}\n");
        assertThat(grade.problem())
                .startsWith("The tasks use a name or type that the answer does not have.")
                .contains("method of()");
    }

    @Test
    void an_error_of_the_answer_is_a_crash_with_the_readers_line() throws IOException {
        Grade grade = workbook.grade(Workbook.sum("return numbers[7];"));
        assertThat(grade.verdict()).isEqualTo(Verdict.CRASHED);
        assertThat(grade.text())
                .contains(
                        """
                          crashed 1. Two numbers are added.
                                     ArrayIndexOutOfBoundsException: Index 7 out of bounds for length 2
                                     in Sum.java, line 7:
                                         return numbers[7];
                        """);
    }

    @Test
    void an_endless_loop_is_reported_and_really_ends() throws Exception {
        Grade grade =
                within(
                        Duration.ofSeconds(1),
                        "while (true) { if (numbers.length == 9) return 1; }");
        assertThat(grade.verdict()).isEqualTo(Verdict.TIMED_OUT);
        assertThat(grade.tasks())
                .extracting(TaskGrade::verdict)
                .containsExactly(Verdict.TIMED_OUT, Verdict.NOT_RUN);
        assertThat(grade.reasons())
                .containsExactly(
                        "It did not finish within 1 seconds: probably a loop whose condition"
                                + " never becomes false,"
                                + " or a wait for something that never happens.");
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread instanceof TaskRun.Worker && thread.isAlive())
                .isEmpty();
    }

    @Test
    void an_endless_loop_that_catches_everything_it_can_is_stopped() {
        Grade grade =
                within(
                        Duration.ofSeconds(1),
                        "while (true) { try { Thread.sleep(5); } catch (InterruptedException | RuntimeException e) { } }");
        assertThat(grade.verdict()).isEqualTo(Verdict.TIMED_OUT);
        assertThat(grade.reasons().get(0)).doesNotContain("still running");
    }

    @Test
    void an_endless_wait_is_stopped() {
        Grade grade =
                within(
                        Duration.ofSeconds(1),
                        "try { new java.util.concurrent.CountDownLatch(1).await(); }"
                                + " catch (InterruptedException e) { } return 0;");
        assertThat(grade.verdict()).isEqualTo(Verdict.TIMED_OUT);
    }

    @Test
    void an_endless_stream_is_stopped() {
        Grade grade =
                within(
                        Duration.ofSeconds(1),
                        "return (int) java.util.stream.Stream.generate(() -> 1).count();");
        assertThat(grade.verdict()).isEqualTo(Verdict.TIMED_OUT);
        assertThat(grade.reasons().get(0)).doesNotContain("still running");
    }

    @Test
    void endless_recursion_is_a_crash_with_a_clear_message() throws IOException {
        Grade grade = workbook.grade(Workbook.sum("return of(numbers) + 1;"));
        assertThat(grade.reasons().get(0))
                .startsWith("A method calls itself endlessly (StackOverflowError).");
    }

    @Test
    void an_answer_cannot_end_the_program() throws IOException {
        for (String call : new String[] {"System.exit(3)", "Runtime.getRuntime().halt(3)"}) {
            Grade grade = workbook.grade(Workbook.sum(call + "; return 0;"));
            assertThat(grade.verdict()).isEqualTo(Verdict.CRASHED);
            assertThat(grade.reasons().get(0))
                    .contains("ends the whole program")
                    .contains("in Sum.java, line 7:");
        }
    }

    @Test
    void a_reference_to_exit_cannot_end_the_program_either() throws IOException {
        for (String call : new String[] {"System::exit", "Runtime.getRuntime()::halt"}) {
            Grade grade =
                    workbook.grade(
                            Workbook.sum(
                                    "java.util.stream.IntStream.of(3).forEach("
                                            + call
                                            + "); return 0;"));
            assertThat(grade.verdict()).isEqualTo(Verdict.CRASHED);
            assertThat(grade.reasons().get(0)).contains("ends the whole program");
        }
    }

    @Test
    void exhausted_memory_is_a_crash_of_the_running_task() throws IOException {
        Grade grade =
                workbook.grade(
                        Workbook.sum("return new long[Integer.MAX_VALUE][9].length + of(1);"));
        assertThat(grade.verdict()).isEqualTo(Verdict.CRASHED);
        assertThat(grade.tasks())
                .extracting(TaskGrade::verdict)
                .containsExactly(Verdict.CRASHED, Verdict.NOT_RUN);
        assertThat(grade.reasons())
                .singleElement()
                .asString()
                // Without the line: HotSpot has only four of these errors that know where they
                // arose.
                .startsWith("The memory is used up (OutOfMemoryError)");
    }

    @Test
    void an_answer_cannot_name_its_grader() throws IOException {
        Grade grade = workbook.grade(Workbook.sum("return new SumTest().hashCode();"));
        assertThat(grade.verdict()).isEqualTo(Verdict.DOES_NOT_COMPILE);
        assertThat(grade.problem()).contains("symbol:   class SumTest");
    }

    @Test
    void a_compiled_grader_is_not_reused_for_a_different_type() throws IOException {
        String right = Workbook.sum("return numbers.length == 0 ? 0 : 5;");
        assertThat(workbook.grade(right).verdict()).isEqualTo(Verdict.PASSED);
        Grade changed = workbook.grade(right.replace("static int of", "static long of"));
        assertThat(changed.problem())
                .startsWith("The tasks use a name or type that the answer does not have.")
                .contains("possible lossy conversion from long to int");
    }

    @Test
    void a_changed_grader_is_compiled_again() throws IOException {
        String right = Workbook.sum("return numbers.length == 0 ? 0 : 5;");
        assertThat(workbook.grade(right).verdict()).isEqualTo(Verdict.PASSED);
        String grader = "catalogue/01.1-sum/grader/ch01_sums/SumTest.java";
        String text = java.nio.file.Files.readString(folder.resolve("exercises/" + grader));
        workbook.write(grader, text.replace("sum != 5", "sum != 50"));
        assertThat(workbook.grade(right).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void a_fresh_database_is_in_memory_unless_the_grader_runs_on_others() throws IOException {
        String tells =
                Workbook.sum("throw new IllegalStateException(ormlab.grade.FreshDatabase.url());");
        assertThat(workbook.grade(tells).reasons().get(0)).contains(": sqlite://\n");

        Exercise exercise = workbook.exercises().catalogue().get("01.1");
        java.util.Iterator<String> addresses = java.util.List.of("one", "two").iterator();
        Grade elsewhere =
                workbook.exercises()
                        .grader()
                        .on(addresses::next)
                        .grade(
                                exercise,
                                new Answer(Map.of("Sum.java", tells), java.util.List.of()));
        assertThat(elsewhere.reasons())
                .satisfiesExactly(
                        first -> assertThat(first).contains(": one\n"),
                        second -> assertThat(second).contains(": two\n"));
    }

    @Test
    void an_unknown_kind_of_database_is_an_error_of_the_workbook() throws IOException {
        String described = "catalogue/01.1-sum/exercise.properties";
        String text = java.nio.file.Files.readString(folder.resolve("exercises/" + described));
        workbook.write(described, text + "databases = oracle\n");
        assertThatThrownBy(workbook::exercises)
                .hasMessageStartingWith("databases = oracle in ")
                .hasMessageEndingWith("is not understood. Write sqlite, or sqlite, postgresql.");
    }

    @Test
    void an_answers_output_is_shown_and_truncated_if_it_is_too_long() throws IOException {
        Grade grade =
                workbook.grade(
                        Workbook.sum(
                                "System.out.println(\"Grüße\"); System.err.println(\"also\"); return numbers.length == 0 ? 0 : 5;"));
        assertThat(grade.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(grade.text()).contains("Your code printed:\n  | Grüße\n  | also\n");

        Grade flood =
                workbook.grade(
                        Workbook.sum(
                                "for (int i = 0; i < 200_000; i++) System.out.println(i); return 5;"));
        assertThat(flood.output().lines())
                .hasSize(21)
                .last()
                .isEqualTo("… (more was printed and is left out)");
    }

    @Test
    void an_answer_may_use_its_own_files() throws IOException {
        workbook.write(
                "src/main/java/ch01_sums/Adder.java",
                "package ch01_sums; class Adder { int sum; }");
        Grade grade =
                workbook.grade(
                        Workbook.sum(
                                "Adder adder = new Adder(); for (int n : numbers) adder.sum += n; return adder.sum;"));
        assertThat(grade.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_static_initialiser_that_fails_is_a_crash_with_its_own_error() throws IOException {
        Grade grade =
                workbook.grade(
                        Workbook.sum("return N;")
                                .replace(
                                        "static int of",
                                        "static final int N = Integer.parseInt(\"x\");\n    static int of"));
        assertThat(grade.verdict()).isEqualTo(Verdict.CRASHED);
        assertThat(grade.reasons().get(0))
                .contains("NumberFormatException")
                .contains("Sum.java, line 6");
    }

    @Test
    void a_message_that_two_tasks_share_is_shown_once() throws IOException {
        Grade grade = workbook.grade(Workbook.sum("throw new IllegalStateException(\"odd\");"));
        assertThat(grade.text())
                .contains("2. The sum of nothing is 0.\n             The same as in task 1.\n")
                .containsOnlyOnce("IllegalStateException: odd");
        assertThat(grade.html()).contains("The same as in task 1.");
    }

    @Test
    void values_in_html_are_escaped() throws IOException {
        Grade grade =
                workbook.grade(
                        Workbook.sum("System.out.print(\"<script>\"); return \"<b>\".length();"));
        assertThat(grade.html()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void an_exercise_without_grader_is_an_error_of_the_workbook() throws IOException {
        java.nio.file.Files.delete(
                folder.resolve("exercises/catalogue/01.1-sum/grader/ch01_sums/SumTest.java"));
        assertThatThrownBy(() -> workbook.exercises().grade("01.1"))
                .isInstanceOf(OrmlabException.class)
                .hasMessageStartingWith("Exercise 01.1 has no grader");
    }

    @Test
    void a_class_with_the_graders_name_cannot_forge_a_grade() throws IOException {
        String forged =
                Workbook.sum("return 7;")
                        + "class SumTest { @org.junit.jupiter.api.Test void passes() {} }";
        assertThat(workbook.grade(forged).reasons())
                .containsExactly(
                        "The class ch01_sums.SumTest belongs to the grader. Give yours another name.");
        workbook.write(
                "catalogue/shared/ch01_sums/Helper.java", "package ch01_sums; class Helper {}");
        assertThat(workbook.grade(Workbook.sum("return 7;") + "class Helper {}").reasons())
                .containsExactly(
                        "The class ch01_sums.Helper belongs to the grader. Give yours another name.");
    }

    @Test
    void a_class_in_the_wrong_package_is_refused_with_the_right_one() throws IOException {
        String mistake =
                Workbook.sum("return 7;").replace("package ch01_sums;", "package ormlab.grade;");
        assertThat(workbook.grade(mistake).reasons())
                .containsExactly(
                        "The class ormlab.grade.Sum is not in the package ch01_sums. Begin each file with \"package ch01_sums;\".");
    }

    @Test
    void an_interrupted_grading_does_not_affect_the_next_ones() throws Exception {
        String right = Workbook.sum("int s = 0; for (int n : numbers) s += n; return s;");
        Runnable grading =
                () ->
                        assertThatThrownBy(() -> workbook.grade(Workbook.sum("while (true) {}")))
                                .isInstanceOf(OrmlabException.class);
        for (int moment = 0; moment < 300; moment += 60) {
            Thread once = new Thread(grading);
            once.start();
            Thread.sleep(moment);
            once.interrupt();
            once.join();
        }
        assertThat(workbook.grade(right).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void process_wide_settings_of_an_answer_are_restored() throws IOException {
        java.util.Properties properties = (java.util.Properties) System.getProperties().clone();
        java.util.Locale locale = java.util.Locale.getDefault();
        java.util.TimeZone zone = java.util.TimeZone.getDefault();
        workbook.grade(
                Workbook.sum(
                        "System.setProperty(\"user.dir\", \"/\"); System.clearProperty(\"java.home\");"
                                + " java.util.Locale.setDefault(new java.util.Locale(\"tr\"));"
                                + " java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone(\"Asia/Tokyo\")); return 5;"));
        assertThat(System.getProperties()).isEqualTo(properties);
        assertThat(java.util.Locale.getDefault()).isEqualTo(locale);
        assertThat(java.util.TimeZone.getDefault()).isEqualTo(zone);
    }

    @Test
    void an_expression_too_deep_for_the_compiler_is_reported() throws IOException {
        Grade grade =
                workbook.grade(
                        Workbook.sum(
                                "return " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + ";"));
        assertThat(grade.reasons())
                .containsExactly("answer:\nAn expression is nested too deeply for the compiler.");
    }
}
