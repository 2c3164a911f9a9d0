package ormlab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    System.class.getMethod("exit", int.class).invoke(null, 3); return 0;| java.lang.Class.getMethod
                    Class.forName("ormlab.grade.TaskRun"); return 0;| java.lang.Class.forName
                    Sum.class.getClassLoader(); return 0;| java.lang.Class.getClassLoader
                    interface Call { Object of(java.lang.reflect.Method m, Object o, Object[] a) throws Exception; } Call c = java.lang.reflect.Method::invoke; return 0;| java.lang.reflect.Method.invoke
                    java.lang.invoke.MethodHandles.lookup(); return 0;| java.lang.invoke.MethodHandles.lookup
                    class Odd extends ClassLoader {} new Odd().getParent(); return 0;| java.lang.ClassLoader
                    class Odd extends Thread {} Odd.getAllStackTraces(); return 0;| java.lang.Thread.getAllStackTraces
                    org.hibernate.internal.util.ReflectHelper.findField(Sum.class, "a"); return 0;| org.hibernate.internal.util.ReflectHelper.findField
                    org.junit.platform.commons.util.ReflectionUtils.findFields(Sum.class, f -> true, null); return 0;| org.junit.platform.commons.util.ReflectionUtils.findFields
                    new java.beans.Expression(numbers, "clone", null).getValue(); return 0;| java.beans.Expression
                    ((sun.misc.Unsafe) null).putAddress(0, 0); return 0;| sun.misc.Unsafe
                    new ProcessBuilder("id").start(); return 0;| java.lang.ProcessBuilder
                    System.load("/tmp/a.so"); return 0;| java.lang.System.load
                    Runtime.getRuntime().addShutdownHook(new Thread()); return 0;| java.lang.Runtime.addShutdownHook
                    Thread.currentThread().setContextClassLoader(null); return 0;| java.lang.Thread.setContextClassLoader
                    java.util.ServiceLoader.load(Runnable.class); return 0;| java.util.ServiceLoader.load
                    new java.io.ObjectInputStream(System.in).readObject(); return 0;| java.io.ObjectInputStream
                    java.lang.management.ManagementFactory.getPlatformMBeanServer(); return 0;| java.lang.management.ManagementFactory.getPlatformMBeanServer
                    ((com.sun.management.HotSpotDiagnosticMXBean) null).dumpHeap("/tmp/d.hprof", true); return 0;| com.sun.management.HotSpotDiagnosticMXBean
                    java.sql.DriverManager.registerDriver(null); return 0;| java.sql.DriverManager.registerDriver
                    jakarta.persistence.Persistence.createEntityManagerFactory("x"); return 0;| jakarta.persistence.Persistence.createEntityManagerFactory
                    new ormlab.grade.Grader(); return 0;| ormlab.grade.Grader
                    ormlab.config.ConnectionSettings.defaults().loadExtension("libc"); return 0;| ormlab.config.ConnectionSettings.loadExtension
                    java.util.logging.Logger.getLogger("").setLevel(null); return 0;| java.util.logging.Logger.setLevel
                    """)
    void an_answer_cannot_reach_its_grader(String body, String used) throws IOException {
        Grade grade = throwing(body);
        assertThat(grade.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(grade.tasks()).isEmpty();
        assertThat(grade.problem())
                .startsWith("An answer may not use ")
                .contains(used)
                .contains(", because the grader runs in the same process.")
                .contains("in Sum.java, line 7:\n    try { " + body.substring(0, 20));
    }

    @Test
    void a_library_loads_no_class_for_an_answer_that_it_may_not_use() throws IOException {
        String query =
                """
                @jakarta.persistence.Entity static class Item { @jakarta.persistence.Id String id = "/tmp"; }
                static int of(int... numbers) {
                    var db = ormlab.Database.open("sqlite://");
                    db.models(Item.class, microblog.Role.class, microblog.User.class, microblog.Post.class);
                    db.createAll();
                    db.session().add(new Item());
                    db.session().commit();
                    return db.session().createQuery("select new java.util.zip.ZipFile(i.id) from Item i").list().size();
                """;
        String answer = Workbook.sum("");
        Grade grade = workbook.grade(answer.replace("static int of(int... numbers) {", query));
        assertThat(grade.reasons().get(0))
                .startsWith("InterpretationException: Error interpreting query")
                .contains("select new java.util.zip.ZipFile");
    }

    @Test
    void an_answer_cannot_replace_a_class_in_the_graders_file() throws IOException {
        workbook.write(
                "catalogue/01.1-sum/grader/ch01_sums/SumTest.java",
                "package ch01_sums; class SumTest { @org.junit.jupiter.api.Test void two() {"
                        + " Expected.check(); } } class Expected { static void check() { throw new"
                        + " AssertionError(); } }");
        Grade grade =
                workbook.grade(
                        Workbook.sum("return 0;") + "class Expected { static void check() {} }");
        assertThat(grade.verdict()).isEqualTo(Verdict.DOES_NOT_COMPILE);
        assertThat(grade.problem())
                .isEqualTo(
                        "The class ch01_sums.Expected belongs to the grader. Give yours another"
                                + " name.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Integer { static int compare(int a, int b) { return 0; } }",
                "class java { static class util { static class List { static boolean of(int a, int"
                        + " b) { return true; } } } }",
                "class RuntimeException extends java.lang.RuntimeException {}"
            })
    void an_answer_cannot_hide_a_class_that_its_grader_uses(String own) throws IOException {
        String name = own.split(" ")[1];
        grader("Mistake.when(Integer.compare(Sum.of(2, 3), 5) != 0, \"no\", \"01_sums, x\");");
        assertThat(workbook.grade(Workbook.sum("return 6;") + own).reasons())
                .containsExactly(
                        "The class ch01_sums."
                                + name
                                + " hides another one of this name from the grader. Give yours"
                                + " another name.");
    }

    @Test
    void a_class_inside_an_answer_may_have_any_name_that_the_grader_does_not_inherit()
            throws IOException {
        String inner =
                "static class Mistake { static void when(boolean b, String s, String t) {} }";
        String own =
                Workbook.sum("return 6;")
                        .replace("public class Sum {", "public class Sum {" + inner);
        assertThat(workbook.grade(own).verdict()).isEqualTo(Verdict.FAILED);
        grader("new Sum() { void x() { Mistake.when(of(2) != 2, \"no\", \"01_sums, x\"); } }.x();");
        assertThat(workbook.grade(own).problem())
                .startsWith("The class ch01_sums.Sum$Mistake hides");
        assertThat(workbook.grade(own.replace("Mistake", "Character")).reasons().get(0))
                .startsWith("no");
    }

    private void grader(String task) throws IOException {
        workbook.write(
                "catalogue/01.1-sum/grader/ch01_sums/SumTest.java",
                "package ch01_sums; import org.junit.jupiter.api.Test;\n"
                        + "import ormlab.grade.Mistake;\n"
                        + "class SumTest { @Test void two() { "
                        + task
                        + " } }");
    }

    @Test
    void a_thread_of_the_common_pool_is_captured_and_ends_with_its_answer() throws Exception {
        String endless =
                "java.util.concurrent.ForkJoinPool.commonPool().execute(() -> {"
                        + " System.out.println(\"01.1: passed\"); while (true) { try { Thread.sleep(5);"
                        + " } catch (Exception e) {} } }); Thread.sleep(300); ";
        assertThat(throwing(endless + RIGHT).output()).contains("01.1: passed");
        for (int i = 0; i < 100 && isRunning(); i++) {
            Thread.sleep(20);
        }
        assertThat(isRunning()).isFalse();
    }

    private static boolean isRunning() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Stream::of)
                .anyMatch(frame -> frame.getClassName().startsWith("ch01_sums."));
    }

    @Test
    void no_control_character_of_an_answer_reaches_a_report() throws IOException {
        String odd = "\\u001b[2J\\u0085\\u202e\\u2066\\u2028\\ud83d\\u0000";
        Grade grade =
                throwing(
                        "System.out.println(\"a%s\"); throw new Exception(\"b%s\" + \"\\ud83d\\ude00\".repeat(500));"
                                .formatted(odd, odd));
        assertThat(grade.text())
                .contains("a\uFFFD[2J\uFFFD\uFFFD\uFFFD\uFFFD?\uFFFD")
                .contains("b\uFFFD[2J\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD")
                .doesNotContainPattern("[\\p{Cntrl}\\p{Cs}\u202e\u2066\u2028&&[^\n]]");
    }

    @Test
    void an_error_whose_message_fails_or_never_comes_is_still_a_verdict() throws IOException {
        String odd =
                "class Odd extends RuntimeException { public String getMessage() { %s } } throw new"
                        + " Odd();";
        assertThat(
                        workbook.grade(
                                        Workbook.sum(
                                                odd.formatted(
                                                        "throw new IllegalStateException();")))
                                .reasons())
                .containsExactly(
                        "Odd: its message cannot be read, because that throws"
                                + " IllegalStateException.");
        workbook.write(
                "src/main/java/ch01_sums/Sum.java", Workbook.sum(odd.formatted("while (true);")));
        Exercise exercise = workbook.exercises().catalogue().get("01.1");
        Answer endless = Answer.inFolder(exercise, workbook.file.getParent());
        assertThat(new Grader(Duration.ofSeconds(1)).grade(exercise, endless).verdict())
                .isEqualTo(Verdict.TIMED_OUT);
    }

    @Test
    void exhausted_memory_inside_another_error_is_recognised() throws IOException {
        assertThat(
                        throwing(
                                        "java.util.concurrent.CompletableFuture.supplyAsync(() ->"
                                                + " new long[Integer.MAX_VALUE][9]).join(); return 0;")
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
                                + " was found, but the answer is expected in Sum.java, as Java"
                                + " source with exactly this name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sum.java~", "Sum.java.bak", "SumHelper.java"})
    void other_files_next_to_an_untouched_one_leave_it_to_do(String name) throws IOException {
        workbook.write("src/main/java/ch01_sums/" + name, "package ch01_sums;");
        assertThat(workbook.exercises().grade("01.1").verdict()).isEqualTo(Verdict.TO_DO);
    }
}
