package grading;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Grades answers as a kernel does: in a separate process, whose class path does not contain the
 * library; a separate class loader loads it. So this class can only use the JDK.
 *
 * <p>Its arguments are the library's class path, the folder {@code exercises}, and a folder in
 * which {@value #ANSWERS} lists the answers: a number and a folder in turn, one per line. It writes
 * each grade to the file {@value #GRADE} in the answer's folder.
 */
final class NotebookSide {
    static final String ANSWERS = "answers.txt";
    static final String GRADE = "grade.txt";

    private final Object grader;
    private final Object catalogue;
    private final ClassLoader kernel;

    private NotebookSide(ClassLoader kernel, Path exercises) throws ReflectiveOperationException {
        this.kernel = kernel;
        Object found =
                kernel.loadClass("ormlab.grade.Exercises")
                        .getMethod("above", Path.class)
                        .invoke(null, exercises);
        grader = found.getClass().getMethod("grader").invoke(found);
        catalogue = found.getClass().getMethod("catalogue").invoke(found);
    }

    public static void main(String[] words) throws Exception {
        List<URL> jars = new ArrayList<>();
        for (String entry : words[0].split(File.pathSeparator)) {
            jars.add(new File(entry).toURI().toURL());
        }
        Path grades = Path.of(words[2]);
        try (URLClassLoader kernel =
                new URLClassLoader(
                        jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            NotebookSide side = new NotebookSide(kernel, Path.of(words[1]));
            Map<Path, String> told = new ConcurrentHashMap<>();
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Future<?>> running = new ArrayList<>();
            List<String> wanted = Files.readAllLines(grades.resolve(ANSWERS));
            for (int i = 0; i < wanted.size(); i += 2) {
                String id = wanted.get(i);
                Path answer = Path.of(wanted.get(i + 1));
                running.add(
                        threads.submit(
                                () -> told.put(answer.resolve(GRADE), side.grade(id, answer))));
            }
            for (Future<?> one : running) {
                one.get();
            }
            threads.shutdown();
            for (Map.Entry<Path, String> one : told.entrySet()) {
                Files.writeString(one.getKey(), one.getValue());
            }
        }
        System.exit(0);
    }

    /** Joins what the tests compare: a notebook's text and HTML. */
    static String told(String text, String html) {
        return text + "\n\n" + html + "\n";
    }

    private String grade(String id, Path answer) throws ReflectiveOperationException {
        Object exercise = catalogue.getClass().getMethod("get", String.class).invoke(catalogue, id);
        Class<?> answers = kernel.loadClass("ormlab.grade.Answer");
        Method inFolder = answers.getMethod("inFolder", exercise.getClass(), Path.class);
        Object read = inFolder.invoke(null, exercise, answer);
        Object grade =
                grader.getClass()
                        .getMethod("grade", exercise.getClass(), answers)
                        .invoke(grader, exercise, read);
        return told(
                grade.getClass().getMethod("text").invoke(grade).toString(),
                grade.getClass().getMethod("html").invoke(grade).toString());
    }
}
