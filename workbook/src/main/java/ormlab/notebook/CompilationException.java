package ormlab.notebook;

import java.util.List;

/** A compiler's error; a notebook stores this simple name, which JJava uses. */
final class CompilationException extends CellError {
    private static final long serialVersionUID = 1L;

    CompilationException(String message, List<String> lines) {
        super(message, lines);
    }
}
