package english;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The messages in Python sources: string literals without docstrings, joined as Python joins them.
 */
final class PythonTexts {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "#[^\n]*|[A-Za-z]{0,2}(?:\"\"\"(?<long>(?s:.*?))\"\"\""
                            + "|\"(?<double>(?:\\\\.|[^\"\\\\\n])*)\""
                            + "|'(?<single>(?:\\\\.|[^'\\\\\n])*)')");
    private static final Pattern VALUE =
            Pattern.compile("\\{[^{}]*\\}|%(?:\\(\\w+\\))?[.\\d]*[sd]");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"'\\\\])");

    private PythonTexts() {}

    static List<Passage> passages(String name, String source) {
        List<Passage> found = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        int startedAt = 0;
        int endedAt = -1;
        var token = TOKEN.matcher(source);
        while (token.find()) {
            String text = text(token.group("double"), token.group("single"), token.group("long"));
            boolean docstring = token.group("long") != null && isFirst(source, token.start());
            if (text == null || docstring) {
                continue;
            }
            if (endedAt < 0 || !source.substring(endedAt, token.start()).isBlank()) {
                found.addAll(Messages.passages(place(name, source, startedAt), joined.toString()));
                joined.setLength(0);
                startedAt = token.start();
            }
            joined.append(text);
            endedAt = token.end();
        }
        found.addAll(Messages.passages(place(name, source, startedAt), joined.toString()));
        return found;
    }

    private static String text(String... groups) {
        for (String group : groups) {
            if (group != null) {
                String plain = VALUE.matcher(group).replaceAll(Passage.CODE);
                return ESCAPED.matcher(plain.replace("\\n", "\n")).replaceAll("$1");
            }
        }
        return null;
    }

    private static boolean isFirst(String source, int at) {
        return source.substring(source.lastIndexOf('\n', at) + 1, at).isBlank();
    }

    private static String place(String name, String source, int at) {
        return name + ":" + (source.substring(0, at).lines().count() + 1);
    }
}
