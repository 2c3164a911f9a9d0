package ormlab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that end the program, fill the memory, access the grader, or are in the wrong file. */
class OddAnswerIT {
    private static final String RIGHT = "return numbers.length == 0 ? 0 : 5;";

    @TempDir Path folder;
    private Workbook workbook;

    @BeforeEach
    void workbook() throws IOException {
        workbook = new Workbook(folder);
    }

    private Grade throwing(String body) throws IOException {
        return workbook.grade(
                Workbook.sum(
                        "try { "
                                + body
                                + " } catch (Exception e) { throw new RuntimeException(e); }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.class.getMethod(\"exit\", int.class).invoke(null, 3); return 0;",
                "var halt = Runtime.class.getMethod(\"halt\", int.class);"
                        + " halt.invoke(Runtime.getRuntime(), 3); return 0;",
                "for (var m : Class.forName(\"java.lang.Shutdown\").getDeclaredMethods())"
                        + " if (m.getName().equals(\"exit\")) m.invoke(null, 3); return 0;",
                "try { java.lang.invoke.MethodHandles.lookup().findStatic(System.class, \"exit\","
                        + " java.lang.invoke.MethodType.methodType(void.class, int.class)).invoke(3); return 0; }"
                        + " catch (Throwable t) { if (t instanceof Error e) throw e; return 1; }",
                "java.lang.invoke.MethodHandles.lookup().unreflect(System.class.getMethod(\"exit\", int.class));"
                        + " return 0;",
            })
    void an_answer_cannot_end_the_program_by_reflection(String body) throws IOException {
        Grade grade = throwing(body);
        assertThat(grade.verdict()).isEqualTo(Verdict.CRASHED);
        assertThat(grade.reasons().get(0))
                .containsPattern(
                        "^The code calls (System.exit|Runtime.halt|Shutdown.exit), which ends")
                .contains("in Sum.java, line 7:");
    }

    @Test
    void other_calls_by_reflection_work_as_before() throws IOException {
        String body =
                """
                var add = Sum.class.getDeclaredMethod("add", int[].class);
                var type = java.lang.invoke.MethodType.methodType(int.class, int[].class);
                java.lang.invoke.MethodHandles.lookup().findStatic(Sum.class, "add", type);
                java.lang.invoke.MethodHandles.lookup().unreflect(add);
                var zero = Sum.class.getDeclaredField("zero");
                zero.setAccessible(true);
                return (int) add.invoke(null, (Object) numbers) + zero.getInt(null);
                """;
        String answer =
                Workbook.sum(
                        "try { "
                                + body
                                + "} catch (Exception e) { throw new RuntimeException(e); }");
        String helpers =
                "static int zero; private static int add(int... numbers) { " + RIGHT + " } ";
        Grade grade = workbook.grade(answer.replace("static int of", helpers + "static int of"));
        assertThat(grade.reasons()).isEmpty();
        assertThat(grade.verdict()).isEqualTo(Verdict.PASSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var field = Class.forName(\"ormlab.grade.TaskRun\").getDeclaredField(\"endings\");"
                        + " field.setAccessible(true); return 0;",
                "java.lang.management.ManagementFactory.getPlatformMXBean("
                        + "com.sun.management.HotSpotDiagnosticMXBean.class).dumpHeap(\"/nowhere/dump.hprof\", true);"
                        + " return 0;",
            })
    void an_answer_cannot_open_the_grader_by_reflection_or_dump_its_memory(String body)
            throws IOException {
        assertThat(throwing(body).reasons().get(0))
                .startsWith("The code opens private parts of the grader (")
                .contains("in Sum.java, line 7:");
    }

    @Test
    void exhausted_memory_inside_another_error_is_recognised() throws IOException {
        assertThat(
                        throwing(
                                        "java.util.concurrent.CompletableFuture.supplyAsync("
                                                + "() -> new long[Integer.MAX_VALUE][9]).join(); return 0;")
                                .reasons()
                                .get(0))
                .startsWith("The memory is used up (OutOfMemoryError)");
    }

    @Test
    void an_empty_file_is_reported_as_empty() throws IOException {
        assertThat(workbook.grade(" \n").reasons())
                .containsExactly(
                        "The file Sum.java is empty. Write your answer into it; reset(\"01.1\")"
                                + " restores the stub.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum.java", "SUM.JAVA", "Sum.class", "Sum.kt", "Sum.java.txt"})
    void an_answer_in_a_file_of_another_name_is_named(String name) throws IOException {
        workbook.write("src/main/java/ch01_sums/" + name, Workbook.sum(RIGHT));
        Grade grade = workbook.exercises().grade("01.1");
        assertThat(grade.verdict()).isEqualTo(Verdict.DOES_NOT_COMPILE);
        assertThat(grade.reasons())
                .containsExactly(
                        name
                                + " was found, but the answer is expected in Sum.java, as Java source with exactly this name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sum.java~", "Sum.java.bak", "SumHelper.java"})
    void other_files_next_to_an_untouched_one_leave_it_to_do(String name) throws IOException {
        workbook.write("src/main/java/ch01_sums/" + name, "package ch01_sums;");
        assertThat(workbook.exercises().grade("01.1").verdict()).isEqualTo(Verdict.TO_DO);
    }
}
