package ormlab.migrate.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.Key;
import ormlab.schema.Table;
import ormlab.schema.TablePart;

/**
 * Distinguishes the constraints that earlier migrations created from those that were added by hand.
 *
 * <p>A constraint is recognised by its name. If a script leaves a constraint unnamed, PostgreSQL
 * names it; it is then recognised by a line of the script that declares the same constraint on the
 * same columns.
 */
final class KnownConstraints {
    private final List<String> lines;

    KnownConstraints(List<String> scripts) {
        lines =
                scripts.stream()
                        .flatMap(String::lines)
                        .map(line -> line.toLowerCase(Locale.ROOT))
                        .filter(line -> !line.startsWith("--"))
                        .toList();
    }

    /** Returns whether no migration mentions a constraint; false if there are no migrations. */
    boolean madeByHand(Table table, TablePart part) {
        if (lines.isEmpty()) {
            return false;
        }
        String name = part.name().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && lines.stream().anyMatch(named(name))) {
            return false;
        }
        return !isNamedByDatabase(name) || lines.stream().noneMatch(unnamed(table, part));
    }

    private static Predicate<String> named(String name) {
        return Pattern.compile("\\b(?:constraint|to)\\s+[\"`]?" + Pattern.quote(name) + "(?!\\w)")
                .asPredicate();
    }

    private static boolean isNamedByDatabase(String name) {
        return name.isEmpty() || name.matches(".*_(key|check|fkey)\\d*");
    }

    private static Predicate<String> unnamed(Table table, TablePart part) {
        List<String> words = Stream.concat(Stream.of(keyword(part)), columns(table, part)).toList();
        return line ->
                !line.contains("constraint ")
                        && words.stream().allMatch(word -> contains(line, word));
    }

    private static boolean contains(String line, String word) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(word) + "(?!\\w)").matcher(line).find();
    }

    private static String keyword(TablePart part) {
        return part instanceof Key ? "unique" : part instanceof ForeignKey ? "references" : "check";
    }

    /** Returns the columns that a constraint of a table names, in lower case. */
    static Stream<String> columns(Table table, TablePart part) {
        Stream<String> columns =
                part instanceof Key key
                        ? key.columns().stream()
                        : part instanceof ForeignKey key
                                ? key.columns().stream()
                                : table.columns().stream().map(Column::name);
        Stream<String> lower = columns.map(column -> column.toLowerCase(Locale.ROOT));
        return part instanceof CheckConstraint check
                ? lower.filter(check.words()::contains)
                : lower;
    }
}
