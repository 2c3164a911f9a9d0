package ormlab.notebook;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the kernel when the server that started it is gone, however that server ended.
 *
 * <p>lab.py's server holds the other end of the kernel's standard input and never writes to it. The
 * system closes it together with the server, also after {@code kill -9}, on every kind of system.
 */
final class EndOfInput {
    /** The system property by which lab.py asks for it. */
    static final String WANTED = "ormlab.ends-with-server";

    private EndOfInput() {}

    /** Begins to wait for the end of the input, if lab.py asked for it. */
    static void endsThisProcess() {
        if (System.clearProperty(WANTED) != null) {
            Thread thread = new Thread(EndOfInput::await, "ormlab end of input");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** System.in is not read, because the kernel replaces it. */
    private static void await() {
        try (InputStream in = new FileInputStream(FileDescriptor.in)) {
            while (in.read() >= 0) {
                // Nothing is ever written.
            }
        } catch (IOException gone) {
            // As good as the end.
        }
        System.exit(0);
    }
}
