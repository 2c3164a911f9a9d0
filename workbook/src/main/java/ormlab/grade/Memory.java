package ormlab.grade;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;

/** Checks the heap of this process. */
final class Memory {
    private static final double NEARLY_ALL = 0.85;

    private Memory() {}

    /** Returns whether the latest garbage collections freed hardly any memory. */
    static boolean isFull() {
        long kept =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getCollectionUsage)
                        .filter(Objects::nonNull)
                        .mapToLong(MemoryUsage::getUsed)
                        .sum();
        return kept > NEARLY_ALL * Runtime.getRuntime().maxMemory();
    }
}
