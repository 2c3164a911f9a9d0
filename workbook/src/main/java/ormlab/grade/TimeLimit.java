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

    /** While other threads of this process compute, a thread may only be waiting for its turn. */
    private static final int LOOKS_ON_A_BUSY_MACHINE = 3;

    private final Thread thread;
    private final long limit;
    private long since = System.nanoTime();
    private long computedThen;
    private long allComputedThen = allComputed();
    private int idleLooks;

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
        return computed > limit || (now - since > limit && hasWaited(now, computed));
    }

    private boolean hasWaited(long now, long computed) {
        double share = HARDLY * (now - since);
        long allComputed = allComputed();
        idleLooks = computed - computedThen < share ? idleLooks + 1 : 0;
        boolean alone = allComputed - allComputedThen < share;
        since = now;
        computedThen = computed;
        allComputedThen = allComputed;
        return idleLooks >= (alone ? 1 : LOOKS_ON_A_BUSY_MACHINE);
    }

    private static long allComputed() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }
}
