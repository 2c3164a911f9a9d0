package ormlab.notebook;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import ormlab.picture.Picture;
import ormlab.trace.Trace;
import ormlab.trace.Tracer;

/**
 * Holds the short names for cells: {@code import static ormlab.notebook.Notebook.*;}.
 *
 * <p>They work in any Java kernel. JJava shows tables and diagrams; where no kernel is known, the
 * text form is printed.
 */
public final class Notebook {
    private static volatile Consumer<Object> screen = System.out::println;

    private Notebook() {}

    /** Called by the extension of a kernel that can show more than text. */
    static void showOn(Consumer<Object> display) {
        screen = display;
    }

    /**
     * Shows pictures and other values, one below the other, also in the middle of a cell.
     *
     * @param values what to show
     */
    public static void show(Object... values) {
        for (Object value : values) {
            screen.accept(value);
        }
    }

    /**
     * Runs code and gives the statements that it sent, with their binds and rows.
     *
     * @param code the code: {@code sql(() -> db.query(User.class).all())}
     * @return the statements; as the last line of a cell they are shown
     */
    public static Trace sql(Callable<?> code) {
        return Tracer.record(code);
    }

    /**
     * Runs code without a result and gives the statements that it sent.
     *
     * @param code the code: {@code sql(() -> db.session().commit())}
     * @return the statements; as the last line of a cell they are shown
     */
    public static Trace sql(Runnable code) {
        return Tracer.record(code);
    }

    /**
     * Gives the text form of a picture, for who reads a notebook with a screen reader.
     *
     * @param picture a table, statements, a diagram
     * @return its text
     */
    public static String text(Picture picture) {
        return picture.text();
    }
}
