package ormlab.grade;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Watches the time of one thread.
 *
 * <p>It counts the time the thread computes, so a slow or busy machine does not make an answer
 * late. A thread that has hardly computed for just as long is waiting for something that never
 * happens.
 */
final class TimeLimit {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * Even on a machine with fifty busy processes, a thread that wants to compute gets this share.
     */
    private static final double HARDLY = 0.02;

    private final Thread thread;
    private final long limit;
    private long since = System.nanoTime();
    private long computedThen;

    TimeLimit(Thread thread, Duration limit) {
        this.thread = thread;
        this.limit = limit.toNanos();
    }

    /** Returns whether the thread has computed or waited for too long. */
    boolean isOver() {
        long now = System.nanoTime();
        long computed = THREADS.getThreadCpuTime(thread.getId());
        if (computed < 0) { // the thread has ended, or the JVM does not report it
            return now - since > limit;
        }
        boolean waited = false;
        if (now - since > limit) {
            waited = computed - computedThen < HARDLY * (now - since);
            since = now;
            computedThen = computed;
        }
        return waited || computed > limit;
    }
}
