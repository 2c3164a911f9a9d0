package ormlab.notebook;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
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
        kernel.getRenderer()
                .createRegistration(Picture.class)
                .preferring(MIMEType.TEXT_HTML, MIMEType.TEXT_MARKDOWN)
                .register(JJavaExtension::render);
        Notebook.showOn(value -> kernel.display(kernel.getRenderer().render(value)));
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
