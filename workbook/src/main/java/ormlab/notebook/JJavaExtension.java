package ormlab.notebook;

import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import ormlab.error.OrmlabException;
import ormlab.grade.TitledText;
import ormlab.picture.Picture;

/**
 * Teaches the JJava kernel to show pictures. The kernel finds and installs it when the library is
 * on its class path.
 */
public final class JJavaExtension implements Extension {
    /**
     * Kept in a field because an unreferenced logger is garbage-collected, and its level with it.
     */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    /** Called by the kernel. */
    public JJavaExtension() {}

    @Override
    public void install(BaseKernel kernel) {
        HIBERNATE.setLevel(Level.SEVERE);
        FLYWAY.setLevel(Level.OFF); // the error says the same as its log
        POOL.setLevel(Level.WARNING);
        equip(kernel);
        guard(kernel);
        Notebook.showOn(
                value -> {
                    DisplayData data = kernel.getRenderer().render(value);
                    CellOutput.sendInOrder(() -> kernel.display(data));
                });
        EndOfInput.endsThisProcess();
        try {
            new WarmUp(kernel, JJavaExtension::equip).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void equip(BaseKernel kernel) {
        try {
            KernelDisplay.teach(kernel.getRenderer());
        } catch (ReflectiveOperationException otherKernel) {
            throw new IllegalStateException(otherKernel);
        }
        kernel.getMagicsRegistry()
                .registerCellMagic("answer", (in, words, source) -> answer(words, source))
                .registerLineMagic("classpath", ClassPathMagic::add);
    }

    /**
     * Installs features that need the kernel's internals; other versions of the kernel keep their
     * own behaviour.
     */
    private static void guard(BaseKernel kernel) {
        try {
            CellRunner.install(kernel);
            Object styler = Fields.get(kernel, "errorStyler");
            // Red text on the red background of an error is hard to read.
            Fields.set(styler, "secondaryStyle", "");
            Function<Integer, String> noMargin = line -> "";
            Fields.set(styler, "linePrefix", noMargin);
        } catch (ReflectiveOperationException | RuntimeException otherKernel) {
            // Cells then run as in the kernel itself.
        }
    }

    /**
     * Handles {@code %%answer 02.1} or {@code %%answer 02.1 over}; the rest of the cell is the
     * file.
     *
     * <p>Errors are shown as notes, because the kernel would show a long stack trace for an
     * exception.
     */
    private static Picture answer(List<String> words, String source) {
        if (words.isEmpty() || words.size() > 2) {
            return new TitledText(
                    "Nothing is written",
                    "Write the number of the exercise after %%answer, as in %%answer 02.1, and the"
                            + " whole Java file below that line.");
        }
        try {
            return Notebook.answer(words.get(0), source, words.size() == 2 ? words.get(1) : "");
        } catch (OrmlabException told) {
            return new TitledText("Nothing is written", told.getMessage());
        }
    }
}
