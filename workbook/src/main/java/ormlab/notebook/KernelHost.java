package ormlab.notebook;

import ormlab.host.Host;

/**
 * A Java kernel: JJava or the original IJava.
 *
 * <p>It runs each cell on a thread from a pool, whose idle threads end after a minute. To the
 * reader, all of them are one notebook.
 */
public final class KernelHost implements Host {
    /** JShell wraps each cell in a class of this package. */
    static final String CELLS = "REPL.";

    /** JJava's names for the threads that run cells. */
    private static final String JJAVA = "jjava-exec-";

    /** The original IJava's names for them. */
    private static final String IJAVA = "IJava-executor-";

    /** The kernel's own thread while it turns a cell's value into text, which may load rows. */
    private static volatile Thread rendering;

    /** Created by the service loader. */
    public KernelHost() {}

    static boolean runsCells(Thread thread) {
        return thread.getName().startsWith(JJAVA) || thread.getName().startsWith(IJAVA);
    }

    /** Lets the calling thread use the notebook's session, until called with false. */
    static void render(boolean begins) {
        rendering = begins ? Thread.currentThread() : null;
    }

    @Override
    public boolean isCurrent() {
        Thread thread = Thread.currentThread();
        return runsCells(thread) || thread == rendering;
    }

    @Override
    public boolean isStopped() {
        return StoppedCells.isStopped();
    }

    @Override
    public void opened() {
        if (Thread.currentThread().getName().startsWith(IJAVA)) {
            KernelDisplay.ofIjava();
        }
    }

    @Override
    public String name() {
        return "the notebook";
    }

    @Override
    public boolean isUserCode(StackTraceElement frame) {
        return frame.getClassName().startsWith(CELLS);
    }

    @Override
    public StackTraceElement located(StackTraceElement frame) {
        return isUserCode(frame) ? CellLines.located(frame) : frame;
    }
}
