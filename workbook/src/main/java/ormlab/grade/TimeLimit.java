package ormlab.grade;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Looks at the time of one thread.
 *
 * <p>What counts is the time that it computes, so that a slow or busy machine makes no answer late.
 * A thread that hardly computes for as long waits for something that never happens.
 */
final class TimeLimit {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Even on a machine with fifty things to do, a thread that wants to compute gets this part. */
    private static final double HARDLY = 0.02;

    private final Thread thread;
    private final long limit;
    private long since = System.nanoTime();
    private long computedThen;

    TimeLimit(Thread thread, Duration limit) {
        this.thread = thread;
        this.limit = limit.toNanos();
    }

    /** Returns whether the thread has computed for too long, or waited for too long by now. */
    boolean isOver() {
        long now = System.nanoTime();
        long computed = THREADS.getThreadCpuTime(thread.getId());
        if (computed < 0) { // not alive any more, or a JVM that does not tell
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
