package ormlab.notebook;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The cells that were interrupted.
 *
 * <p>An interrupt ends a cell for the reader, but its thread continues until the code waits,
 * prints, or uses the database. This class remembers code that catches the interrupt and continues.
 */
final class StoppedCells {
    private static final long PATIENCE_MILLIS = 3000;
    private static final long LOOK_EVERY_MILLIS = 10;

    /** The threads that still run code of an interrupted cell, each with the class of that code. */
    private static final Map<Thread, String> STILL_RUNNING = new ConcurrentHashMap<>();

    private StoppedCells() {}

    /** Returns whether the calling thread runs code of an interrupted cell. */
    static boolean isStopped() {
        Thread thread = Thread.currentThread();
        if (!KernelHost.runsCells(thread)) {
            return false;
        }
        if (thread.isInterrupted()) {
            return true;
        }
        String stopped = STILL_RUNNING.get(thread);
        if (stopped == null) {
            return false;
        }
        boolean goesOn = code(thread.getStackTrace()).filter(stopped::equals).isPresent();
        if (!goesOn) {
            STILL_RUNNING.remove(thread);
        }
        return goesOn;
    }

    /**
     * Waits until no thread runs code of the cell that was just interrupted.
     *
     * @return false if one continues; it is remembered as stopped
     */
    static boolean awaitEnd() throws InterruptedException {
        // Measured by the clock, because each check takes longer than the pause after it on a busy
        // machine.
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (System.nanoTime() < end) {
            if (running().isEmpty()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        Map<Thread, String> running = running();
        STILL_RUNNING.putAll(running);
        return running.isEmpty();
    }

    private static Map<Thread, String> running() {
        Map<Thread, String> running = new ConcurrentHashMap<>();
        Thread.getAllStackTraces()
                .forEach(
                        (thread, stack) -> {
                            if (KernelHost.runsCells(thread)) {
                                code(stack).ifPresent(name -> running.put(thread, name));
                            }
                        });
        running.entrySet().removeAll(STILL_RUNNING.entrySet());
        return running;
    }

    /** Returns the outermost class of a cell's code that a thread runs. */
    private static Optional<String> code(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith(KernelHost.CELLS))
                .reduce((inner, outer) -> outer);
    }
}
