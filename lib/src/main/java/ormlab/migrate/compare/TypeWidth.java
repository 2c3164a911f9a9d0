package ormlab.migrate.compare;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out from the text of two types whether a value of one may not fit into the other. */
final class TypeWidth {
    private static final Pattern SIZED = Pattern.compile("(.*?)\\((\\d+)(?:,(\\d+))?\\)(.*)");
    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final Map<String, String> SAME =
            Map.ofEntries(
                    Map.entry("varchar", "character varying"),
                    Map.entry("char", "character"),
                    Map.entry("tinyint", "smallint"),
                    Map.entry("int", "integer"),
                    Map.entry("decimal", "numeric"));

    private TypeWidth() {}

    static boolean narrows(String before, String after) {
        Matcher from = SIZED.matcher(before);
        Matcher to = SIZED.matcher(after);
        String fromBase = base(from, before);
        String toBase = base(to, after);
        if (toBase.equals("text") || (fromBase.equals(toBase) && !SIZED.matcher(after).matches())) {
            return false;
        }
        if (INTEGERS.contains(fromBase) && INTEGERS.contains(toBase)) {
            return INTEGERS.indexOf(toBase) < INTEGERS.indexOf(fromBase);
        }
        if (!fromBase.equals(toBase) || !from.matches() || !to.matches()) {
            return true;
        }
        int scaleBefore = number(from.group(3));
        int scaleAfter = number(to.group(3));
        return scaleAfter < scaleBefore
                || number(to.group(2)) - scaleAfter < number(from.group(2)) - scaleBefore;
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static String base(Matcher sized, String type) {
        String base = sized.matches() ? (sized.group(1) + sized.group(4)).strip() : type;
        return SAME.getOrDefault(base, base);
    }
}
