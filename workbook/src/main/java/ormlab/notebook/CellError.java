package ormlab.notebook;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import ormlab.error.OrmlabException;

/** An error that the kernel shows below a cell with exactly these lines. */
class CellError extends OrmlabException {
    private static final long serialVersionUID = 1L;

    /** Switches to the page's own colour. */
    static final String PLAIN = "\u001b[0m";

    private final List<String> lines;

    /** An exception from a cell's code; a notebook stores this simple name, which JJava uses. */
    static final class RuntimeException extends CellError {
        private static final long serialVersionUID = 1L;

        RuntimeException(String message, List<String> lines) {
            super(message, lines);
        }
    }

    CellError(String message, List<String> lines) {
        super(message);
        this.lines = List.copyOf(lines);
    }

    CellError(String message) {
        this(message, List.of(message));
    }

    List<String> lines() {
        return lines;
    }

    /**
     * Prints the lines for the kernel. The kernel itself would print each line in bold red, which
     * is hard to read on JupyterLab's dark background for errors.
     */
    @Override
    public void printStackTrace(PrintWriter to) {
        to.print(lines.stream().map(line -> PLAIN + line).collect(Collectors.joining("\n")));
    }
}
