package ormlab.notebook;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseKernelBuilder;

/**
 * Runs typical cells before the reader's first one, so that those find classes loaded and code
 * compiled.
 *
 * <p>The cells run in a second kernel object that is thrown away: no variable, import, class or
 * count of theirs can reach the reader's session. What a whole process shares (its output, its
 * loggers, its class path) is put back afterwards.
 */
final class WarmUp {
    /** The system property that names the file with the cells; without it nothing is warmed up. */
    static final String CELLS = "ormlab.warm-up";

    /** A line that separates the cells of that file. */
    private static final String MARK = "(?m)^// ---\\s*$";

    private static final String CLASS_PATH = "java.class.path";
    private static final Logger ROOT = Logger.getLogger("");

    private final BaseKernel kernel;
    private final Consumer<BaseKernel> equipment;

    /**
     * Prepares a warm-up.
     *
     * @param kernel the kernel to warm up
     * @param equipment registers what the library adds to a kernel
     */
    WarmUp(BaseKernel kernel, Consumer<BaseKernel> equipment) {
        this.kernel = kernel;
        this.equipment = equipment;
    }

    /**
     * Runs the cells that the system property names, and waits until they are done. A cell that
     * fails is left out: a warm-up only saves time.
     */
    void run() throws InterruptedException {
        String cells = System.clearProperty(CELLS);
        if (cells != null) {
            // A kernel changes the context class loader of the thread that makes it.
            Thread thread = new Thread(() -> quietly(Path.of(cells)), "ormlab warm-up");
            thread.start();
            thread.join();
            System.gc(); // A spare kernel waits for long; it should not hold what it no longer
            // needs.
        }
    }

    private void quietly(Path cells) {
        ROOT.getHandlers(); // The handlers keep the stream that they find when they are made.
        Level level = ROOT.getLevel();
        String classPath = System.getProperty(CLASS_PATH);
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        ROOT.setLevel(Level.OFF);
        System.setOut(nowhere);
        System.setErr(nowhere);
        try {
            runAll(Files.readString(cells).split(MARK));
        } catch (Exception | LinkageError unable) {
            // Then the reader's first cells take as long as in a kernel that was not warmed up.
        } finally {
            System.setOut(out);
            System.setErr(err);
            ROOT.setLevel(level);
            System.setProperty(CLASS_PATH, classPath);
        }
    }

    /** The part before the first mark is a comment. */
    private void runAll(String[] cells) throws ReflectiveOperationException {
        Class<?> type = kernel.getClass(); // The class of JJava's kernel is in no repository.
        BaseKernel second =
                ((BaseKernelBuilder<?, ?>) type.getMethod("builder").invoke(null))
                        .extensionsEnabled(false)
                        .build();
        equipment.accept(second);
        try (JShell shell = (JShell) type.getMethod("getJShell").invoke(second)) {
            for (int cell = 1; cell < cells.length; cell++) {
                run(second, cells[cell].strip());
            }
            shell.stop();
        }
    }

    private static void run(BaseKernel kernel, String cell) {
        try {
            kernel.eval(cell);
        } catch (Exception meant) {
            // Cells that fail on purpose warm up what words an error.
        }
    }
}
