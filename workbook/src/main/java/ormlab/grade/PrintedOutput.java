package ormlab.grade;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Captures what an answer prints, so that it is neither lost nor floods the page.
 *
 * <p>It only captures output of the answer's thread and the threads that it starts; other threads
 * print as before. Several answers may run at once.
 */
final class PrintedOutput implements AutoCloseable {
    private static final int MOST_BYTES = 16_000;
    private static final int MOST_LINES = 20;
    private static final InheritableThreadLocal<PrintedOutput> LISTENING =
            new InheritableThreadLocal<>();

    private static int running;
    private static volatile @Nullable PrintedOutput latest;
    private static PrintStream out;
    private static PrintStream err;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean cut;

    /** Starts capturing: from now on, {@link #listen} has an effect. */
    static PrintedOutput begin() {
        synchronized (PrintedOutput.class) {
            if (running++ == 0) {
                // The log keeps the first stream it finds, which must not be one of ours.
                Logger.getLogger("").getHandlers();
                out = System.out;
                err = System.err;
                System.setOut(routed(out));
                System.setErr(routed(err));
            }
        }
        PrintedOutput begun = new PrintedOutput();
        latest = begun;
        return begun;
    }

    /** Captures the output of the calling thread and of threads that it starts. */
    void listen() {
        LISTENING.set(this);
    }

    @Override
    public void close() {
        synchronized (PrintedOutput.class) {
            if (--running == 0) {
                latest = null;
                System.setOut(out);
                System.setErr(err);
            }
        }
    }

    private synchronized void keep(byte[] bytes, int from, int length) {
        int fits = Math.min(length, MOST_BYTES - kept.size());
        kept.write(bytes, from, fits);
        cut |= fits < length;
    }

    /** Returns the first lines. */
    synchronized String text() {
        String text = kept.toString(StandardCharsets.UTF_8).stripTrailing();
        String first =
                String.join(
                        "\n",
                        text.lines()
                                .limit(MOST_LINES)
                                .map(line -> TextWrap.cut(line, 200))
                                .toList());
        boolean more = cut || text.lines().count() > MOST_LINES;
        return more ? first + "\n… (more was printed and is left out)" : first;
    }

    /**
     * Returns what captures the output of the calling thread, or null. The threads of the common
     * pool inherit nothing; while an answer runs, it is the one that uses them.
     */
    private static @Nullable PrintedOutput listener() {
        boolean common = ForkJoinTask.getPool() == ForkJoinPool.commonPool();
        return common ? latest : LISTENING.get();
    }

    private static PrintStream routed(PrintStream otherwise) {
        OutputStream stream =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        PrintedOutput listener = listener();
                        if (listener == null) {
                            otherwise.print(
                                    new String(bytes, from, length, StandardCharsets.UTF_8));
                        } else {
                            listener.keep(bytes, from, length);
                        }
                    }

                    @Override
                    public void flush() {
                        otherwise.flush();
                    }
                };
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
