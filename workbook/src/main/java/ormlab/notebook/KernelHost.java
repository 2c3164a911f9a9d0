package ormlab.notebook;

import ormlab.host.Host;

/**
 * A Java kernel: JJava or the original IJava.
 *
 * <p>It runs each cell on a thread from a pool and lets idle threads end after a minute. To the
 * reader all of them are one, the notebook.
 */
public final class KernelHost implements Host {
    /** What JJava calls the threads that run cells. */
    private static final String JJAVA = "jjava-exec-";

    /** What the original IJava calls them. */
    private static final String IJAVA = "IJava-executor-";

    /** JShell wraps each cell in a class of this package. */
    private static final String CELLS = "REPL.";

    /** Created by the service loader. */
    public KernelHost() {}

    @Override
    public boolean isCurrent() {
        String thread = Thread.currentThread().getName();
        return thread.startsWith(JJAVA) || thread.startsWith(IJAVA);
    }

    @Override
    public String name() {
        return "the notebook";
    }

    @Override
    public boolean isUserCode(StackTraceElement frame) {
        return frame.getClassName().startsWith(CELLS);
    }
}
