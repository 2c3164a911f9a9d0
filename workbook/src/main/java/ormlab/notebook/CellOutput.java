package ormlab.notebook;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What one cell prints: sent in batches, in the order in which it was printed, and no more than a
 * page can show.
 *
 * <p>The kernel itself sends a message for each line, and a page loses messages if thousands arrive
 * at once. The last message that could get lost says that the cell has ended.
 */
final class CellOutput {
    /** The maximum number of bytes that one cell prints. */
    static final int MOST = 500_000;

    private static final int DELAY_MILLIS = 50;

    private static final ScheduledExecutorService SENDER =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "ormlab output");
                        thread.setDaemon(true);
                        return thread;
                    });

    private final PrintStream kernelOut = System.out;
    private final PrintStream kernelErr = System.err;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private PrintStream target = kernelOut;
    private int printed;
    private boolean scheduled;

    /** Replaces {@code System.out} and {@code System.err} until it is closed. */
    CellOutput() {
        System.setOut(stream(kernelOut));
        System.setErr(stream(kernelErr));
    }

    private PrintStream stream(PrintStream kernel) {
        OutputStream batched =
                new OutputStream() {
                    @Override
                    public void write(int letter) {
                        print(kernel, new byte[] {(byte) letter}, 0, 1);
                    }

                    @Override
                    public void write(byte[] letters, int start, int length) {
                        print(kernel, letters, start, length);
                    }

                    @Override
                    public void flush() {
                        CellOutput.this.flush();
                    }
                };
        return new PrintStream(batched, false, StandardCharsets.UTF_8);
    }

    /** Stops a loop that prints, because nothing else could stop it. */
    private synchronized void print(PrintStream kernel, byte[] letters, int start, int length) {
        if (StoppedCells.isStopped()) {
            throw new CancellationException("The cell was interrupted.");
        }
        if (kernel != target) {
            flush();
            target = kernel;
        }
        int kept = Math.min(length, MOST - printed);
        if (kept < 0) {
            return;
        }
        waiting.write(letters, start, kept);
        printed += kept;
        if (kept < length) {
            printed = MOST + 1;
            byte[] words =
                    ("%n… This cell prints more than %,d characters; the rest is not shown.%n")
                            .formatted(MOST)
                            .getBytes(StandardCharsets.UTF_8);
            waiting.write(words, 0, words.length);
        }
        if (!scheduled) {
            scheduled = true;
            SENDER.schedule(this::send, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void flush() {
        if (waiting.size() > 0) {
            PrintStream to = target;
            String text = waiting.toString(StandardCharsets.UTF_8);
            waiting.reset();
            SENDER.execute(
                    () -> {
                        to.print(text);
                        to.flush();
                    });
        }
    }

    private synchronized void send() {
        scheduled = false;
        flush();
    }

    void close() {
        System.setOut(kernelOut);
        System.setErr(kernelErr);
        flush();
        sendInOrder(() -> {});
    }

    /**
     * Sends something after everything that was printed before, and waits until it is sent.
     *
     * <p>An interrupt of the sending thread would close the kernel's sockets forever, so a separate
     * thread sends, which is never interrupted.
     */
    static void sendInOrder(Runnable message) {
        System.out.flush();
        try {
            SENDER.submit(message).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The cell was interrupted.");
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
