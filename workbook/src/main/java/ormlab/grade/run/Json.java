package ormlab.grade.run;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the simple JSON that grades need, on one line: objects of strings, and lists of objects.
 */
final class Json {
    private final List<String> parts = new ArrayList<>();
    private final String brackets;

    Json() {
        this("{}");
    }

    private Json(String brackets) {
        this.brackets = brackets;
    }

    static Json list() {
        return new Json("[]");
    }

    Json put(String name, String value) {
        parts.add(quoted(name) + ": " + quoted(value));
        return this;
    }

    Json put(String name, Json value) {
        parts.add(quoted(name) + ": " + value);
        return this;
    }

    Json add(Json value) {
        parts.add(value.toString());
        return this;
    }

    /** Escapes everything except plain ASCII, so that line breaks and encodings do not matter. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return brackets.charAt(0) + String.join(", ", parts) + brackets.charAt(1);
    }
}
