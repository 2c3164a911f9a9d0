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
 * Teaches the JJava kernel to show pictures. The kernel finds and installs it when the library
 * comes onto its class path.
 */
public final class JJavaExtension implements Extension {
    /** Loggers that nobody holds are forgotten together with their levels. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    /** Made by the kernel. */
    public JJavaExtension() {}

    @Override
    public void install(BaseKernel kernel) {
        HIBERNATE.setLevel(Level.SEVERE);
        FLYWAY.setLevel(Level.OFF); // what it says of a failure, the error says as well
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

    /** What other versions of the kernel do not let us do, they do in their own way. */
    private static void guard(BaseKernel kernel) {
        try {
            CellRunner.install(kernel);
            Object styler = Fields.get(kernel, "errorStyler");
            // Red letters on the red of an error are hard to read.
            Fields.set(styler, "secondaryStyle", "");
            Function<Integer, String> noMargin = line -> "";
            Fields.set(styler, "linePrefix", noMargin);
        } catch (ReflectiveOperationException | RuntimeException otherKernel) {
            // Cells run as in the kernel itself.
        }
    }

    /**
     * {@code %%answer 02.1} or {@code %%answer 02.1 over}; the rest of the cell is the file.
     *
     * <p>What cannot be done is told as a note: of an exception the kernel would show a long trace.
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
