package ormlab.notebook;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import ormlab.grade.Exercises;
import ormlab.grade.Grade;
import ormlab.grade.Overview;
import ormlab.grade.Solution;
import ormlab.grade.TitledText;
import ormlab.picture.Picture;
import ormlab.trace.Detail;
import ormlab.trace.Plans;
import ormlab.trace.Trace;
import ormlab.trace.Tracer;

/**
 * Short names for cells: {@code import static ormlab.notebook.Notebook.*;}.
 *
 * <p>They work in any Java kernel. JJava shows tables and diagrams; without a known kernel, the
 * text form is printed.
 */
public final class Notebook {
    private static volatile Consumer<Object> screen = System.out::println;

    /** The prediction that has not been checked yet; cells may run on different threads. */
    private static final AtomicReference<Prediction> PREDICTED = new AtomicReference<>();

    private Notebook() {}

    /** Called by the extension of a kernel that can show more than text. */
    static void showOn(Consumer<Object> display) {
        screen = display;
    }

    /**
     * Shows pictures and other values, one below the other, even in the middle of a cell.
     *
     * @param values what to show
     */
    public static void show(Object... values) {
        for (Object value : values) {
            screen.accept(value);
        }
    }

    /**
     * Records the number you expect before you run code: the next {@code sql(…)} says below its
     * statements whether you were right. A second call before that replaces the first.
     *
     * @param question a sentence with "How many", followed by what is counted: statements, SELECTs,
     *     INSERTs, UPDATEs, DELETEs or rows
     * @param number what you expect, 0 or more
     * @return the prediction, which is shown if this is the last line of a cell
     * @throws ormlab.error.OrmlabException if the question does not say what to count, or the
     *     number is negative
     */
    public static Prediction predict(String question, int number) {
        Prediction prediction = Prediction.of(question, number);
        PREDICTED.set(prediction);
        return prediction;
    }

    /**
     * Runs code and returns the statements that it sent, with their binds and rows.
     *
     * @param code the code: {@code sql(() -> db.query(User.class).all())}
     * @return the statements; the last line of a cell shows them together with the result of a
     *     prediction
     */
    public static Trace sql(Callable<?> code) {
        // Taken before the code runs: if the code fails, the prediction must not apply to the next
        // cell.
        Prediction prediction = PREDICTED.getAndSet(null);
        Trace trace = Tracer.record(code);
        return prediction == null ? trace : trace.withRemark(prediction.answer(trace));
    }

    /**
     * Runs code without a result and returns the statements that it sent.
     *
     * @param code the code: {@code sql(() -> db.session().commit())}
     * @return the statements; the last line of a cell shows them together with the result of a
     *     prediction
     */
    public static Trace sql(Runnable code) {
        return sql(Executors.callable(code));
    }

    /**
     * Runs code and returns the statements that it sent, each with the line of the cell that caused
     * it: {@code sqlByLine(() -> db.query(User.class).all())}.
     */
    public static Trace sqlByLine(Callable<?> code) {
        return Tracer.record(code, Detail.CALL_SITES);
    }

    /** Runs code without a result, as {@link #sqlByLine(Callable)} does. */
    public static Trace sqlByLine(Runnable code) {
        return sqlByLine(Executors.callable(code));
    }

    /**
     * Runs code and draws how the database finds the rows of each statement: {@code plan(() ->
     * db.query(User.class).all())}.
     */
    public static Plans plan(Callable<?> code) {
        return Tracer.record(code, Detail.PLANS).plans();
    }

    /** Runs code without a result, as {@link #plan(Callable)} does. */
    public static Plans plan(Runnable code) {
        return plan(Executors.callable(code));
    }

    /**
     * Runs code and draws its plans with each step's number of rows. To count them, the database
     * runs each statement again and rolls that back.
     */
    public static Plans analyze(Callable<?> code) {
        return Tracer.record(code, Detail.ACTUAL_ROWS).plans();
    }

    /** Runs code without a result, as {@link #analyze(Callable)} does. */
    public static Plans analyze(Runnable code) {
        return analyze(Executors.callable(code));
    }

    /** Shows the code of a class of the microblog: {@code source(User.class)}. */
    public static SourceCode source(Class<?> type) {
        return SourceCode.of(type);
    }

    /**
     * Grades your answer to an exercise, as {@code ./mvnw test} does.
     *
     * @param id the exercise, for example {@code "02.1"}
     * @return the grade, task by task, with the next step
     */
    public static Grade grade(String id) {
        return Exercises.find().grade(id);
    }

    /**
     * Writes your answer into the file of an exercise and grades it. With JJava, the cell can
     * contain the Java file itself, below the line {@code %%answer 02.1}.
     *
     * @param id the exercise, for example {@code "02.1"}
     * @param source the whole text of the file
     */
    public static Grade answer(String id, String source) {
        return Exercises.find().answer(id, source);
    }

    /**
     * Writes your answer into the file of an exercise and grades it, even if you edited the file; a
     * copy of your edits is kept.
     *
     * @param source the whole text of the file
     * @param consent {@value ormlab.grade.Exercises#OVER}
     */
    public static Grade answer(String id, String source, String consent) {
        return Exercises.find().answer(id, source, consent);
    }

    /** Returns the next hint for an exercise; call it again for another one. */
    public static TitledText hint(String id) {
        return Exercises.find().hint(id);
    }

    /**
     * Shows the reference solution of an exercise that you solved, as a difference from your
     * answer.
     */
    public static Solution solution(String id) {
        return Exercises.find().solution(id);
    }

    /**
     * Shows the reference solution of an exercise that you have not solved yet.
     *
     * @param consent {@value ormlab.grade.Exercises#CONSENT}
     */
    public static Solution solution(String id, String consent) {
        return Exercises.find().solution(id, consent);
    }

    /**
     * Resets an exercise to its stub; keeps a copy of your answer.
     *
     * @return what was done, and where your answer is
     */
    public static TitledText reset(String id) {
        return Exercises.find().reset(id);
    }

    /**
     * Shows which exercises are solved, failed and still to do.
     *
     * @return the overview, chapter by chapter
     */
    public static Overview progress() {
        return Exercises.find().progress();
    }

    /**
     * Returns the text form of a picture, for example for a screen reader.
     *
     * @param picture a table, statements, a diagram
     */
    public static String text(Picture picture) {
        return picture.text();
    }
}
