package ormlab.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import ormlab.error.SnippetNames;

/** Words errors that the kernel shows poorly or at far too great length. */
final class ErrorText {
    private static final String BOLD = "\u001b[1m";
    private static final String BOLD_UNDERLINED = "\u001b[1;4m";
    private static final String PLAIN = CellError.PLAIN;
    private static final int BYTES_PER_MEGABYTE = 1 << 20;

    private ErrorText() {}

    /** Returns the error to show: the original one if the kernel shows it well. */
    static RuntimeException of(Throwable thrown, JShell shell) {
        if (thrown.getClass().getSimpleName().equals("CompilationException")) {
            return compilation(thrown, shell);
        }
        if (thrown.getClass().getSimpleName().equals("EvaluationInterruptedException")) {
            return interrupted((RuntimeException) thrown);
        }
        if (thrown.getCause() instanceof UnresolvedReferenceException unresolved) {
            return unresolved(unresolved.getSnippet(), shell);
        }
        EvalException inCell = thrown.getCause() instanceof EvalException e ? e : null;
        String name = name(thrown);
        if (name.equals(StackOverflowError.class.getName())) {
            return new CellError(endless((inCell == null ? thrown : inCell).getStackTrace()));
        }
        if (isFullMemory(thrown)) {
            return new CellError(memory());
        }
        if (inCell != null) {
            return new CellError.RuntimeException(thrown.getMessage(), trace(inCell));
        }
        return thrown instanceof RuntimeException known ? known : new CellError(thrown.toString());
    }

    private static String name(Throwable thrown) {
        return thrown.getCause() instanceof EvalException inCell
                ? inCell.getExceptionClassName()
                : thrown.getClass().getName();
    }

    static boolean isFullMemory(Throwable thrown) {
        return name(thrown).equals(OutOfMemoryError.class.getName());
    }

    /**
     * Returns the lines that the kernel would show, with line numbers of cells instead of snippets.
     */
    private static List<String> trace(Throwable inCell) {
        List<String> lines = new ArrayList<>();
        for (Throwable cause = inCell; cause != null; cause = cause.getCause()) {
            String name =
                    cause instanceof EvalException evaluated
                            ? evaluated.getExceptionClassName()
                            : cause.getClass().getName();
            lines.add(
                    (lines.isEmpty() ? "" : "Caused by: ")
                            + (cause.getMessage() == null
                                    ? name
                                    : name + ": " + cause.getMessage()));
            Arrays.stream(cause.getStackTrace())
                    .filter(ErrorText::isOfCell)
                    .map(frame -> "\tat " + CellLines.words(frame))
                    .forEach(lines::add);
        }
        return lines;
    }

    /**
     * Returns the compiler's messages, which JShell has discarded since it compiled the
     * declaration.
     */
    private static RuntimeException unresolved(DeclarationSnippet snippet, JShell shell) {
        String words = WaitingNames.sentence(snippet, shell);
        List<String> lines = new ArrayList<>();
        snippet.source().lines().forEach(line -> lines.add("|   " + BOLD + line + PLAIN));
        shell.unresolvedDependencies(snippet)
                .forEach(
                        name -> lines.addAll(List.of("cannot find symbol", "  symbol:   " + name)));
        lines.add("");
        lines.add(words);
        return new CellError(words, lines);
    }

    private static RuntimeException compilation(Throwable thrown, JShell shell) {
        try {
            Object event = Fields.call(thrown, "getBadSnippetCompilation");
            List<String> lines = diagnostics(((SnippetEvent) event).snippet(), shell);
            return new CompilationException(thrown.getMessage(), lines);
        } catch (ReflectiveOperationException otherKernel) {
            return (RuntimeException) thrown;
        }
    }

    /** Shows each of the compiler's messages once, below the cell's lines that it refers to. */
    private static List<String> diagnostics(Snippet snippet, JShell shell) {
        Set<List<String>> blocks = new LinkedHashSet<>();
        shell.diagnostics(snippet).forEach(found -> blocks.add(block(snippet.source(), found)));
        return blocks.stream()
                .flatMap(List::stream)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> block(String source, Diag found) {
        List<String> lines = new ArrayList<>();
        int start = (int) Math.max(0, Math.min(found.getStartPosition(), source.length()));
        // The compiler does not know where some lambdas end.
        int end = (int) Math.max(start, Math.min(found.getEndPosition(), source.length()));
        int lineStart = 0;
        for (String line : source.split("\n", -1)) {
            int from = Math.max(start - lineStart, 0);
            int to = Math.min(end - lineStart, line.length());
            if (from <= line.length() && to >= 0 && (from < to || start >= lineStart)) {
                to = Math.max(from, to);
                lines.add(
                        "|   %s%s%s%s%s%s%s%s%s"
                                .formatted(
                                        BOLD,
                                        line.substring(0, from),
                                        PLAIN,
                                        BOLD_UNDERLINED,
                                        line.substring(from, to),
                                        PLAIN,
                                        BOLD,
                                        line.substring(to),
                                        PLAIN));
            }
            lineStart += line.length() + 1;
        }
        found.getMessage(null)
                .lines()
                .filter(line -> !line.strip().startsWith("location:"))
                .forEach(lines::add);
        lines.add("");
        return lines;
    }

    private static RuntimeException interrupted(RuntimeException thrown) {
        try {
            return StoppedCells.awaitEnd()
                    ? thrown
                    : new CellError(
                            "The cell was interrupted, but its code still runs: Java cannot stop code"
                                    + " that never waits. It can neither print nor use a database"
                                    + " any longer. Restart the kernel to end it.");
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
            return thrown;
        }
    }

    /** Returns the methods that call each other endlessly. */
    private static String endless(StackTraceElement[] stack) {
        Map<String, Long> calls =
                Arrays.stream(stack)
                        .filter(ErrorText::isOfCell)
                        .map(ErrorText::method)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        String circle =
                calls.entrySet().stream()
                        .filter(call -> call.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .collect(Collectors.joining(" and "));
        if (circle.isEmpty()) {
            return "StackOverflowError: methods call each other endlessly.";
        }
        return circle.contains(" and ")
                ? "StackOverflowError: %s call each other endlessly. Let one of them stop."
                        .formatted(circle)
                : "StackOverflowError: %s calls itself endlessly.".formatted(circle);
    }

    /**
     * Returns whether a frame is from a cell; JShell has replaced the names in the traces that it
     * passes on.
     */
    private static boolean isOfCell(StackTraceElement frame) {
        return frame.getClassName().startsWith(KernelHost.CELLS)
                || String.valueOf(frame.getFileName()).startsWith("#");
    }

    private static String method(StackTraceElement frame) {
        String type = SnippetNames.plain(frame.getClassName() + ".");
        String inner = type.replaceFirst("\\$HibernateProxy.*", ".").replace('$', '.');
        return inner.replaceFirst("^\\.", "") + frame.getMethodName() + "()";
    }

    private static String memory() {
        return ("OutOfMemoryError: the cell needs more memory than the kernel has (%,d MB). The"
                        + " variables that it declares are empty now. Read fewer rows at once:"
                        + " limit(…), paginate(…), slice(…). db.session().clear() releases what a"
                        + " session has loaded.")
                .formatted(Runtime.getRuntime().maxMemory() / BYTES_PER_MEGABYTE);
    }
}
