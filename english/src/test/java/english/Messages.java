package english;

import java.util.List;
import java.util.regex.Pattern;

/** What a string literal says to people, in Java or Python; SQL and other code is left out. */
final class Messages {
    private static final Pattern SENTENCE = Pattern.compile("[A-Z][\\w'’]*,? (?:\\S+ )+\\S+");
    private static final Pattern LOWER_CASE_WORD = Pattern.compile("(?<!\\S)[a-z]{2,}\\b");
    private static final Pattern OF_CODE = Pattern.compile("[{}<>;\\\\]|\\(\\?|<>| = |&\\w+;");
    private static final Pattern CALL =
            Pattern.compile(
                    "[\\w.@/$<>-]*\\w\\([^()]*\\)|@\\w+|\\b\\w+\\.\\w[\\w.]*|(?<!\\w)--?[a-z][\\w-]*"
                            + "|\\b[a-z]+[A-Z]\\w*\\b|\\b(?:[A-Z]+[a-z]+){2,}\\b");
    private static final Pattern QUOTED = Pattern.compile("(?<!\\w)'[^']*'(?!\\w)|\"[^\"]*\"");
    private static final Pattern REPEATED = Pattern.compile("(?:" + Passage.CODE + ")+");

    private Messages() {}

    static List<Passage> passages(String place, String literal) {
        return literal.lines()
                .map(String::strip)
                .map(Messages::withoutCode)
                .filter(Messages::isProse)
                .map(line -> new Passage(place, line))
                .toList();
    }

    /** Replaces calls, names of classes and attributes, and quoted values. */
    static String withoutCode(String text) {
        String line = QUOTED.matcher(text).replaceAll(Passage.CODE);
        line = CALL.matcher(line).replaceAll(Passage.CODE);
        return REPEATED.matcher(line).replaceAll(Passage.CODE);
    }

    private static boolean isProse(String line) {
        return SENTENCE.matcher(line).matches()
                && LOWER_CASE_WORD.matcher(line).find()
                && !OF_CODE.matcher(line).find();
    }
}
