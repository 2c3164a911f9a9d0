package ormlab.kernel;

/**
 * Tells the threads of a Java kernel from others.
 *
 * <p>A kernel runs each cell on a thread out of a pool and lets idle threads end after a minute. To
 * the reader all of them are one: "the notebook". So whatever is kept by thread asks here first.
 */
public final class KernelThread {
    /** The prefixes that JJava and the original IJava give to the threads that run cells. */
    private static final String[] PREFIXES = {"jjava-exec-", "IJava-executor-"};

    private KernelThread() {}

    /**
     * Tells whether the calling thread runs a cell.
     *
     * @return true in a cell of JJava or IJava
     */
    public static boolean isCurrent() {
        return isKernel(Thread.currentThread().getName());
    }

    /**
     * Tells whether a thread of this name runs cells.
     *
     * @param threadName the thread's name, not null
     * @return true for the threads of JJava and IJava
     */
    public static boolean isKernel(String threadName) {
        for (String prefix : PREFIXES) {
            if (threadName.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
