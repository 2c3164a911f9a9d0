package ormlab.grade.run;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import ormlab.grade.Exercise;
import ormlab.grade.Exercises;
import ormlab.grade.Grade;

/**
 * Grades one submission in a separate process and writes the grades to standard output, for the
 * program that started it.
 *
 * <p>Lines that count begin with a secret word that only the two programs know, because an answer
 * may print anything. Before each exercise, a line says which one is being graded, so that the
 * culprit is known if an answer brings the process down.
 */
public final class GradeSubmission {
    /** The exit code if an answer leaves no memory for the grader. */
    private static final int MEMORY_USED_UP = 3;

    private GradeSubmission() {}

    /**
     * Grades a submission. Reads the secret word as one line from standard input.
     *
     * @param words the folder {@code exercises} with the submission's files in it, and the numbers
     *     of the exercises to grade
     * @throws IOException if standard input contains no line
     */
    public static void main(String[] words) throws IOException {
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        String secret = secret();
        Exercises exercises = Exercises.above(Path.of(words[0]));
        exercises.layOut();
        for (int i = 1; i < words.length; i++) {
            Exercise exercise = exercises.catalogue().get(words[i]);
            out.println("\n" + secret + new Json().put("begin", exercise.id()));
            try {
                Grade grade = exercises.grade(exercise.id());
                out.println("\n" + secret + of(grade));
            } catch (OutOfMemoryError full) {
                Runtime.getRuntime().halt(MEMORY_USED_UP);
            }
        }
        // Threads that an answer left behind must not keep the process alive.
        Runtime.getRuntime().halt(0);
    }

    /** Reads the secret without {@code System.in}, whose buffer an answer could look into. */
    private static String secret() throws IOException {
        try (BufferedReader given =
                new BufferedReader(
                        new InputStreamReader(
                                new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            return given.readLine();
        } finally {
            System.setIn(InputStream.nullInputStream());
        }
    }

    private static Json of(Grade grade) {
        Json tasks = Json.list();
        grade.tasks()
                .forEach(
                        task ->
                                tasks.add(
                                        new Json()
                                                .put("task", task.sentence())
                                                .put("verdict", task.verdict().words())
                                                .put("message", task.message())));
        return new Json()
                .put("exercise", grade.id())
                .put("title", grade.title())
                .put("verdict", grade.verdict().words())
                .put("tasks", tasks)
                .put("problem", grade.problem())
                .put("output", grade.output());
    }
}
