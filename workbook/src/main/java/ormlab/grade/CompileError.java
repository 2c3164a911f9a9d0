package ormlab.grade;

import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * One error of the compiler, as separate parts.
 *
 * @param file the file's path as the compiler knows it, with slashes
 * @param line the line, from 1; 0 if the error has none
 * @param column the column, from 1; 0 if the error has none
 * @param code the line of code; empty if the error has none
 * @param message javac's message
 */
record CompileError(String file, long line, long column, String code, String message) {
    /** The error that javac does not report itself when its stack overflows. */
    static final CompileError TOO_DEEP =
            new CompileError(
                    "answer", 0, 0, "", "An expression is nested too deeply for the compiler.");

    /** The error that javac does not report either when its memory is used up. */
    static final CompileError TOO_LARGE =
            new CompileError(
                    "answer",
                    0,
                    0,
                    "",
                    "The compiler's memory is used up: probably a constant that is too long.");

    static CompileError of(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        long line = Math.max(0, diagnostic.getLineNumber());
        return new CompileError(
                source == null ? "" : source.getName().replace('\\', '/'),
                line,
                Math.max(0, diagnostic.getColumnNumber()),
                line == 0 || source == null ? "" : codeLine(source, line),
                diagnostic.getMessage(Locale.ENGLISH));
    }

    private static String codeLine(JavaFileObject source, long line) {
        try {
            return source.getCharContent(true)
                    .toString()
                    .lines()
                    .skip(line - 1)
                    .findFirst()
                    .orElse("")
                    .stripTrailing();
        } catch (java.io.IOException e) {
            return "";
        }
    }

    String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Returns the error as a compiler shows it, with a mark below the position. */
    String text() {
        StringBuilder text = new StringBuilder(fileName());
        if (line > 0) {
            text.append(", line ").append(line).append(":\n");
            text.append("    ").append(code.strip());
            int shift = code.length() - code.stripLeading().length();
            if (column > shift) {
                text.append("\n    ").append(" ".repeat((int) column - 1 - shift)).append('^');
            }
        } else {
            text.append(':');
        }
        message.strip().lines().forEach(part -> text.append('\n').append(part.stripTrailing()));
        return text.toString();
    }
}
