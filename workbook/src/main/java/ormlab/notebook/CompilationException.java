package ormlab.notebook;

import java.util.List;

/** A compiler's error; a notebook stores its simple name, which is the one that JJava uses. */
final class CompilationException extends CellError {
    private static final long serialVersionUID = 1L;

    CompilationException(String message, List<String> lines) {
        super(message, lines);
    }
}
