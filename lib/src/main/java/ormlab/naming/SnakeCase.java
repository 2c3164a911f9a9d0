package ormlab.naming;

import java.util.Locale;
import java.util.regex.Pattern;

/** Turns Java names into database names, by Flask-SQLAlchemy's rule. */
public final class SnakeCase {
    private static final Pattern WORD_BORDER =
            Pattern.compile("((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))");

    private SnakeCase() {}

    /**
     * Turns the name of a class or an attribute such as {@code HTTPServer} into {@code
     * http_server}.
     */
    public static String of(String javaName) {
        String withBorders = WORD_BORDER.matcher(javaName).replaceAll("_$1");
        return stripLeadingUnderscores(withBorders.toLowerCase(Locale.ROOT));
    }

    /**
     * Turns the plural of a snake_case name into its singular: {@code tags} into {@code tag}. Names
     * that are not regular English plurals stay as they are.
     */
    static String singular(String name) {
        if (name.endsWith("ies") && name.length() > 4) {
            return name.substring(0, name.length() - 3) + "y";
        }
        if (name.matches(".*(ss|x|ch|sh)es")) {
            return name.substring(0, name.length() - 2);
        }
        if (name.endsWith("s") && !name.matches(".*(ss|us|is|news|series)")) {
            return name.substring(0, name.length() - 1);
        }
        return name;
    }

    private static String stripLeadingUnderscores(String name) {
        int start = 0;
        while (start < name.length() - 1 && name.charAt(start) == '_') {
            start++;
        }
        return name.substring(start);
    }
}
