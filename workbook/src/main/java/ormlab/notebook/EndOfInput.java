package ormlab.notebook;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the kernel when the server that started it is gone, however that server ended.
 *
 * <p>lab.py's server holds the other end of the kernel's standard input and never writes to it.
 * Every operating system closes it together with the server, even after {@code kill -9}.
 */
final class EndOfInput {
    /** The system property with which lab.py turns this on. */
    static final String WANTED = "ormlab.ends-with-server";

    private EndOfInput() {}

    /** Starts waiting for the end of the input, if lab.py turned this on. */
    static void endsThisProcess() {
        if (System.clearProperty(WANTED) != null) {
            Thread thread = new Thread(EndOfInput::await, "ormlab end of input");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Waits without System.in, which the kernel replaces. */
    private static void await() {
        try (InputStream in = new FileInputStream(FileDescriptor.in)) {
            while (in.read() >= 0) {
                // Nothing is ever written.
            }
        } catch (IOException gone) {
            // Treated like the end of the input.
        }
        System.exit(0);
    }
}
