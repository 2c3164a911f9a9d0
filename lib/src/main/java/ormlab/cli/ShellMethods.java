package ormlab.cli;

import java.util.concurrent.Callable;
import ormlab.trace.Trace;
import ormlab.trace.Tracer;

/** Methods with short names, which the shell imports. */
public final class ShellMethods {
    private ShellMethods() {}

    /** Runs code and returns the statements that it sent, with their binds and rows. */
    public static Trace sql(Callable<?> code) {
        return Tracer.record(code);
    }

    /** Runs code without a result and returns the statements that it sent. */
    public static Trace sql(Runnable code) {
        return Tracer.record(code);
    }

    /** Prints values, one below the other. */
    public static void show(Object... values) {
        for (Object value : values) {
            System.out.println(value);
        }
    }
}
