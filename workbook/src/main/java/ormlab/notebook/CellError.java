package ormlab.notebook;

import java.io.PrintWriter;
import java.util.List;
import ormlab.error.OrmlabException;

/** An error that the kernel shows below a cell with the lines given here, and nothing else. */
class CellError extends OrmlabException {
    private static final long serialVersionUID = 1L;

    private final List<String> lines;

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

    /** The kernel shows what is printed here. */
    @Override
    public void printStackTrace(PrintWriter to) {
        to.print(String.join("\n", lines));
    }
}
