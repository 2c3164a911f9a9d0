package ormlab.notebook;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ormlab.internal.text.Shortened;
import ormlab.picture.Ends;
import ormlab.picture.Picture;

/** The text of a cell's value, no longer than a page can show. */
final class ShownText {
    /** The maximum number of characters in one form of a value. */
    static final int MOST_OF_A_FORM = 1_000_000;

    private static final int MOST = 100_000;

    private ShownText() {}

    static String of(Object value) {
        if (value instanceof Picture picture) {
            return cut(picture.text());
        }
        // Other collections may query the database for their size.
        boolean inMemory = value.getClass().getName().startsWith("java.util.");
        if (inMemory && value instanceof Collection<?> all && Ends.cuts(all.size())) {
            return ends(List.copyOf(all), "[", "]");
        }
        if (inMemory && value instanceof Map<?, ?> all && Ends.cuts(all.size())) {
            return ends(List.copyOf(all.entrySet()), "{", "}");
        }
        return cut(String.valueOf(value));
    }

    private static String ends(List<?> all, String left, String right) {
        Ends<?> ends = Ends.of(all);
        return cut(
                Stream.of(
                                        ends.first().stream(),
                                        Stream.of("… " + ends.left() + " more …"),
                                        ends.last().stream())
                                .flatMap(part -> part)
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ", left, right))
                        + "\n"
                        + all.size()
                        + " elements");
    }

    private static String cut(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        return "%s%n… %,d more characters are not shown."
                .formatted(Shortened.beginning(text, MOST), text.length() - MOST);
    }
}
