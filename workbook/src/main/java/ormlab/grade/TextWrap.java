package ormlab.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Wraps and truncates text. */
final class TextWrap {
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

    static String cut(String text, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, longest - 2).stripTrailing() + " …";
    }
}
