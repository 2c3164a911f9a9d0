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
 * Runs typical cells before the reader's first one, so that classes are already loaded and code is
 * compiled.
 *
 * <p>The cells run in a second kernel object, which is then discarded, so none of their variables,
 * imports, classes or counts can reach the reader's session. Whatever the whole process shares (its
 * output, its loggers, its class path) is restored afterwards.
 */
final class WarmUp {
    /** The system property that names the file with the cells; without it, nothing is warmed up. */
    static final String CELLS = "ormlab.warm-up";

    /** The line that separates the cells in that file. */
    private static final String MARK = "(?m)^// ---\\s*$";

    private static final String CLASS_PATH = "java.class.path";
    private static final Logger ROOT = Logger.getLogger("");

    private final BaseKernel kernel;
    private final Consumer<BaseKernel> equipment;

    /**
     * Prepares a warm-up.
     *
     * @param kernel the kernel to warm up
     * @param equipment registers the library's additions to a kernel
     */
    WarmUp(BaseKernel kernel, Consumer<BaseKernel> equipment) {
        this.kernel = kernel;
        this.equipment = equipment;
    }

    /**
     * Runs the cells in the file that the system property names, and waits until they are done.
     * Skips a cell that fails, because a warm-up only saves time.
     */
    void run() throws InterruptedException {
        String cells = System.clearProperty(CELLS);
        if (cells != null) {
            // A kernel changes the context class loader of the thread that creates it.
            Thread thread = new Thread(() -> quietly(Path.of(cells)), "ormlab warm-up");
            thread.start();
            thread.join();
            System.gc(); // A spare kernel may wait for a long time, so it should not keep memory
            // that it no longer needs.
        }
    }

    private void quietly(Path cells) {
        ROOT.getHandlers(); // Handlers keep the stream that they find when they are created.
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
            // The reader's first cells then take as long as in a kernel that was not warmed up.
        } finally {
            System.setOut(out);
            System.setErr(err);
            ROOT.setLevel(level);
            System.setProperty(CLASS_PATH, classPath);
        }
    }

    /** Skips the part before the first mark, which is a comment. */
    private void runAll(String[] cells) throws ReflectiveOperationException {
        Class<?> type = kernel.getClass(); // JJava's kernel class is not in any Maven repository.
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
            // Cells that fail on purpose warm up the code that words errors.
        }
    }
}
