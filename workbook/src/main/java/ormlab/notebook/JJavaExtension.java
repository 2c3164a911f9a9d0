package ormlab.notebook;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
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

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    /** Made by the kernel. */
    public JJavaExtension() {}

    @Override
    public void install(BaseKernel kernel) {
        HIBERNATE.setLevel(Level.SEVERE);
        FLYWAY.setLevel(Level.OFF); // what it says of a failure, the error says as well
        equip(kernel);
        Notebook.showOn(value -> kernel.display(kernel.getRenderer().render(value)));
        EndOfInput.endsThisProcess();
        try {
            new WarmUp(kernel, JJavaExtension::equip).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void equip(BaseKernel kernel) {
        kernel.getRenderer()
                .createRegistration(Picture.class)
                .preferring(MIMEType.TEXT_HTML, MIMEType.TEXT_MARKDOWN)
                .register(JJavaExtension::render);
        kernel.getMagicsRegistry()
                .registerCellMagic("answer", (in, words, source) -> answer(words, source))
                .registerLineMagic("classpath", ClassPathMagic::add);
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
                    "Write the number of the exercise behind %%answer, as in %%answer 02.1, and the"
                            + " whole Java file below that line.");
        }
        try {
            return Notebook.answer(words.get(0), source, words.size() == 2 ? words.get(1) : "");
        } catch (OrmlabException told) {
            return new TitledText("Nothing is written", told.getMessage());
        }
    }

    /** A diagram goes out as Markdown alone: beside HTML, JupyterLab would not look at it. */
    private static void render(Picture picture, RenderContext context) {
        DisplayData out = context.getOutputContainer();
        out.putText(picture.text());
        if (picture.markdown().isEmpty()) {
            out.putHTML(picture.html());
        } else {
            out.putMarkdown(picture.markdown());
        }
    }
}
