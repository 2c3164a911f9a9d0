package grading.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts small mistakes into SQL and HQL, in separate files or in strings of a Java file. */
final class TextMutations {
    private record Rule(Pattern found, String replacement) {}

    private static final List<Rule> RULES =
            List.of(
                    rule("\\bdesc\\b", "asc"),
                    rule("\\basc\\b", "desc"),
                    rule("\\s+order by\\b[^;)]*", ""),
                    rule("\\s+not null\\b", ""),
                    rule("\\s+unique\\b(?!\\s+index)", ""),
                    rule("\\bunique index\\b", "index"),
                    rule("\\bdistinct\\s+", ""),
                    rule("(?<=\\s)and(?=\\s)", "or"),
                    rule("(?<=\\s)or(?=\\s)", "and"),
                    rule("\\bleft join\\b", "join"),
                    rule("(?<!left )(?<!cross )\\bjoin\\b(?! fetch)", "left join"),
                    rule("\\bjoin fetch\\b", "join"),
                    rule("(?<=\\s)<(?=\\s)", "<="),
                    rule("(?<=\\s)<=(?=\\s)", "<"),
                    rule("(?<=\\s)>(?=\\s)", ">="),
                    rule("(?<=\\s)>=(?=\\s)", ">"),
                    rule("\\bis null\\b", "is not null"),
                    rule("\\bis not null\\b", "is null"),
                    rule("\\bmin\\(", "max("),
                    rule("\\bmax\\(", "min("),
                    rule("\\s+on delete (cascade|set null|restrict)", ""));

    private TextMutations() {}

    private static Rule rule(String found, String replacement) {
        return new Rule(Pattern.compile(found, Pattern.CASE_INSENSITIVE), replacement);
    }

    /** Returns the mutants of part of a file. */
    static List<Mutant> of(String file, String text, int from, int to) {
        List<Mutant> mutants = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.found().matcher(text).region(from, to);
            matcher.useTransparentBounds(true);
            while (matcher.find()) {
                mutants.add(
                        Mutant.of(file, text, matcher.start(), matcher.end(), rule.replacement()));
            }
        }
        return mutants;
    }

    /**
     * Returns the mutants of a script: those of its words, and the script without each of its
     * statements.
     */
    static List<Mutant> ofScript(String file, String text) {
        List<Mutant> mutants = new ArrayList<>(of(file, text, 0, text.length()));
        Matcher statement = Pattern.compile("(?s)[^;]*\\S[^;]*;").matcher(text);
        while (statement.find()) {
            mutants.add(Mutant.of(file, text, statement.start(), statement.end(), ""));
        }
        return mutants;
    }
}
