package ormlab.grade;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** Checks the heap of this process. */
final class Memory {
    private static final MemoryMXBean BEAN = ManagementFactory.getMemoryMXBean();

    private Memory() {}

    /** Returns whether this share of the heap is in use, even after a garbage collection. */
    static boolean keeps(double share) {
        if (used() <= share) {
            return false;
        }
        System.gc();
        return used() > share;
    }

    private static double used() {
        return (double) BEAN.getHeapMemoryUsage().getUsed() / Runtime.getRuntime().maxMemory();
    }
}
