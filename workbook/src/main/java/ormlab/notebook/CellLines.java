package ormlab.notebook;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;
import ormlab.error.SnippetNames;

/**
 * Finds the line of a cell that a stack frame comes from; JShell compiles more code than the cell
 * contains.
 */
final class CellLines {
    static final String THE_CELL = "the cell";
    static final String AN_EARLIER_CELL = "its declaration in an earlier cell";
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    /** Matches the class around a declaration or statement; a declared class is nested in it. */
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\d+[A-Z]*");

    private static volatile @Nullable JShell shell;
    private static volatile String cell = "";
    private static volatile long snippetsBefore;

    private CellLines() {}

    /** Called before a cell runs. */
    static void begin(JShell runs, String source) {
        shell = runs;
        cell = source;
        snippetsBefore = runs.snippets().count();
    }

    /**
     * Returns a frame with a line of the cell, or the same frame in a kernel that hides the cell.
     */
    static StackTraceElement located(StackTraceElement frame) {
        JShell runs = shell;
        if (runs == null) {
            return frame;
        }
        try {
            String file = String.valueOf(frame.getFileName());
            if (file.startsWith("#")) {
                Optional<Snippet> found =
                        runs.snippets().filter(s -> s.id().equals(file.substring(1))).findFirst();
                return found.map(s -> located(frame, s, frame.getLineNumber())).orElse(frame);
            }
            Object outers = Fields.get(runs, "outerMap");
            Matcher wrapper = WRAPPER.matcher(frame.getClassName());
            if (!wrapper.lookingAt()) {
                return frame;
            }
            Object wrap = call(outers, "getOuter", String.class, wrapper.group());
            int compiled = frame.getLineNumber() - 1;
            Snippet snippet = (Snippet) call(wrap, "wrapLineToSnippet", int.class, compiled);
            String source = snippet.source().strip();
            int line = line((String) Fields.call(wrap, "wrapped"), compiled, source);
            return located(frame, snippet, line + 1);
        } catch (ReflectiveOperationException | RuntimeException otherKernel) {
            return frame;
        }
    }

    private static StackTraceElement located(StackTraceElement frame, Snippet snippet, int line) {
        int begins = position(snippet);
        return new StackTraceElement(
                frame.getClassName(),
                frame.getMethodName(),
                begins < 0 ? AN_EARLIER_CELL : THE_CELL,
                line + (begins < 0 ? 0 : newLines(cell.substring(0, begins))));
    }

    /** Returns where a snippet begins in the cell, which may contain the same line twice. */
    private static int position(Snippet wanted) {
        int from = 0;
        for (Snippet ran : shell.snippets().skip(snippetsBefore).toList()) {
            String source = ran.source().strip();
            int begins = cell.indexOf(source, from);
            if (ran.equals(wanted)) {
                return begins;
            }
            from = begins < 0 ? from : begins + source.length();
        }
        return cell.indexOf(wanted.source().strip());
    }

    /** Describes where a frame is: {@code User.name(), line 3 of this cell}. */
    static String words(StackTraceElement frame) {
        StackTraceElement found = located(frame);
        String file = String.valueOf(found.getFileName());
        String place =
                file.equals(THE_CELL) ? "this cell" : file.equals(AN_EARLIER_CELL) ? file : "";
        return place.isEmpty()
                ? frame.toString()
                : method(found) + "line " + found.getLineNumber() + " of " + place;
    }

    private static String method(StackTraceElement frame) {
        Matcher lambda = LAMBDA.matcher(frame.getMethodName());
        String name = lambda.matches() ? lambda.group(1) : frame.getMethodName();
        if (name.isEmpty() || name.startsWith("do_it$") || name.equals("static")) {
            return "";
        }
        String type = SnippetNames.plain(frame.getClassName() + ".").replace('$', '.');
        return type.replaceFirst("^\\.", "") + name + "(), ";
    }

    /**
     * Returns the line of a snippet that a compiled line came from, counted from 0. JShell itself
     * reports the first line for all lines of a declaration or a loop, so this compares their text;
     * JShell does not reorder or join the lines of a snippet.
     *
     * @throws IllegalStateException if several lines match
     */
    private static int line(String wrapped, int compiled, String source) {
        List<String> code = wrapped.lines().toList();
        List<String> lines = source.lines().toList();
        int best = -1;
        long most = 0;
        boolean tied = false;
        for (int line = 0; line < lines.size(); line++) {
            if (isLeft(code.get(compiled), lines.get(line))) {
                int shift = compiled - line;
                long alike =
                        IntStream.range(0, lines.size())
                                .filter(i -> i + shift >= 0 && i + shift < code.size())
                                .filter(i -> isLeft(code.get(i + shift), lines.get(i)))
                                .count();
                if (alike > most) {
                    best = line;
                    most = alike;
                    tied = false;
                } else {
                    tied |= alike == most;
                }
            }
        }
        if (best < 0 || tied) {
            throw new IllegalStateException("No line of the snippet is: " + code.get(compiled));
        }
        return best;
    }

    private static int newLines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /**
     * Returns whether code is a line without its comments and modifiers; JShell adds a character to
     * the last line.
     */
    private static boolean isLeft(String code, String line) {
        String left = code.strip();
        return !left.isEmpty()
                && (holds(line, left) || holds(line, left.substring(0, left.length() - 1)));
    }

    private static boolean holds(String line, String words) {
        int at = 0;
        for (String word : words.strip().split("\\s+")) {
            at = line.indexOf(word, at);
            if (at < 0) {
                return false;
            }
            at += word.length();
        }
        return !words.isBlank();
    }

    private static Object call(Object owner, String name, Class<?> type, Object value)
            throws ReflectiveOperationException {
        Class<?> declares = owner.getClass();
        while (true) {
            try {
                Method method = declares.getDeclaredMethod(name, type);
                method.setAccessible(true);
                return method.invoke(owner, value);
            } catch (NoSuchMethodException inherited) {
                declares = declares.getSuperclass();
                if (declares == null) {
                    throw inherited;
                }
            }
        }
    }
}
