package ormlab.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ormlab.internal.text.Shortened;

/** Wraps and truncates text. */
final class TextWrap {
    private static final Pattern NOT_SHOWN =
            Pattern.compile(
                    "[\\p{Cntrl}\\x80-\\x9f\\p{Cs}\\p{Zl}\\p{Zp}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}&&[^\n"
                            + "\t]]");

    private TextWrap() {}

    /** Wraps each line at spaces; a line that begins with a space is code and stays as it is. */
    static String wrapped(String text, String indent, int width) {
        return text.lines()
                .flatMap(line -> wrappedLine(line, width - indent.length()).stream())
                .map(line -> line.isEmpty() ? line : indent + line)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> wrappedLine(String line, int width) {
        if (line.length() <= width || line.startsWith(" ")) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String word : line.split(" +")) {
            if (current.length() > 0 && current.length() + 1 + word.length() > width) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(current.length() > 0 ? " " : "").append(word);
        }
        lines.add(current.toString());
        return lines;
    }

    /**
     * Returns text that every report can show: without control characters, which a terminal would
     * obey, without separators and directions that rearrange lines, and without halves of emojis.
     */
    static String shown(String text) {
        return NOT_SHOWN.matcher(text.replace("\r\n", "\n")).replaceAll("\uFFFD");
    }

    static String cut(String text, int longest) {
        return text.length() <= longest
                ? text
                : Shortened.beginning(text, longest - 2).stripTrailing() + " …";
    }
}
