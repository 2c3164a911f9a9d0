package ormlab.grade;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeltaType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares two files: kept, removed and added lines. In Java source, white space, line breaks and
 * comments make no difference.
 */
final class Difference {
    private final List<Statement> before;
    private final List<Statement> after;

    private Difference(List<Statement> before, List<Statement> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Returns each line with a sign: a space, {@code -} or {@code +}.
     *
     * @param file the file's name
     */
    static String of(String file, String before, String after) {
        return file.endsWith(".java")
                ? new Difference(Statement.ofJava(before), Statement.ofJava(after)).text()
                : new Difference(Statement.ofLines(before), Statement.ofLines(after)).text();
    }

    private String text() {
        return DiffUtils.diff(tokens(before), tokens(after), true).getDeltas().stream()
                .flatMap(this::lines)
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> tokens(List<Statement> statements) {
        return statements.stream().map(Statement::tokens).toList();
    }

    private Stream<String> lines(AbstractDelta<String> delta) {
        List<Statement> added = in(after, delta.getTarget());
        return delta.getType() == DeltaType.EQUAL
                ? marked("  ", added)
                : Stream.concat(
                        marked("- ", in(before, delta.getSource()))
                                .filter(line -> line.startsWith("-")),
                        marked("+ ", added));
    }

    private static List<Statement> in(List<Statement> all, Chunk<String> chunk) {
        return all.subList(chunk.getPosition(), chunk.getPosition() + chunk.size());
    }

    /** Marks the lines with code; comments and empty lines are shown as kept. */
    private static Stream<String> marked(String sign, List<Statement> statements) {
        List<String> text = lines(statements.stream().map(Statement::text));
        List<String> code = lines(statements.stream().map(Statement::code));
        return IntStream.range(0, text.size())
                .mapToObj(i -> (code.get(i).isBlank() ? "  " : sign) + text.get(i));
    }

    private static List<String> lines(Stream<String> parts) {
        return parts.collect(Collectors.joining()).lines().toList();
    }
}
