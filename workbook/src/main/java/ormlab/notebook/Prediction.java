package ormlab.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ormlab.error.OrmlabException;
import ormlab.picture.Html;
import ormlab.picture.Picture;
import ormlab.trace.SqlText;
import ormlab.trace.Trace;

/**
 * The number that a reader expects before some code runs, to compare with its trace.
 *
 * @param question the question, such as {@code "How many SELECTs does this take?"}
 * @param counted what the question counts
 * @param number the expected number, 0 or more
 */
public record Prediction(String question, Counted counted, int number) implements Picture {
    private static final Pattern HOW_MANY =
            Pattern.compile("\\bhow many\\s+(\\p{L}+)", Pattern.CASE_INSENSITIVE);

    /** What a question can count. */
    public enum Counted {
        /** All statements; a batch counts as one. */
        STATEMENT("statement", "statements", sql -> true),
        /** Statements that only read. */
        SELECT("SELECT", "SELECTs", SqlText::isQuery),
        /** Statements that insert; a batch counts as one. */
        INSERT("INSERT", "INSERTs", sql -> SqlText.firstWord(sql).equals("insert")),
        /** Statements that update; a batch counts as one. */
        UPDATE("UPDATE", "UPDATEs", sql -> SqlText.firstWord(sql).equals("update")),
        /** Statements that delete; a batch counts as one. */
        DELETE("DELETE", "DELETEs", sql -> SqlText.firstWord(sql).equals("delete")),
        /** Rows that all SELECTs returned. */
        ROW("row", "rows", SqlText::isQuery);

        private final String one;
        private final String many;
        private final Predicate<String> kind;

        Counted(String one, String many, Predicate<String> kind) {
            this.one = one;
            this.many = many;
            this.kind = kind;
        }

        private boolean isCalled(String word) {
            return word.equalsIgnoreCase(one) || word.equalsIgnoreCase(many);
        }

        private String words(long number) {
            return number + " " + (number == 1 ? one : many);
        }

        private long in(Trace trace) {
            return trace.statements().stream()
                    .filter(sent -> kind.test(sent.sql()))
                    .mapToLong(sent -> this == ROW ? Math.max(0, sent.rows()) : 1)
                    .sum();
        }

        static String all() {
            return Arrays.stream(values()).map(c -> c.many).collect(Collectors.joining(", "));
        }
    }

    /**
     * Parses a question.
     *
     * @param question a sentence with "How many", followed by what is counted: statements, SELECTs,
     *     INSERTs, UPDATEs, DELETEs or rows
     * @param number the expected number
     * @throws OrmlabException if the question does not say what to count, or the number is negative
     */
    public static Prediction of(String question, int number) {
        Matcher word = HOW_MANY.matcher(String.valueOf(question));
        Counted counted =
                Arrays.stream(Counted.values())
                        .filter(known -> word.reset().find() && known.isCalled(word.group(1)))
                        .findFirst()
                        .orElseThrow(() -> notUnderstood(question));
        if (number < 0) {
            throw new OrmlabException(
                    "A prediction must be at least 0, not %s: predict(\"%s\", 1)"
                            .formatted(number, question));
        }
        return new Prediction(question, counted, number);
    }

    private static OrmlabException notUnderstood(String question) {
        return new OrmlabException(
                ("'%s' does not say what to count. After 'How many' write one of: %s. For example:"
                                + " predict(\"How many SELECTs does this take?\", 1)")
                        .formatted(question, Counted.all()));
    }

    /**
     * Compares this prediction with a trace.
     *
     * @param trace what was sent
     * @return one sentence for the reader
     */
    public String answer(Trace trace) {
        long was = counted.in(trace);
        if (was == number) {
            return "You said " + counted.words(number) + ". Right.";
        }
        return "You said %s; it was %s%s."
                .formatted(counted.words(number), was == 0 ? "none" : was, more(trace, was));
    }

    /** Returns what the number consists of, if that explains it. */
    private String more(Trace trace, long was) {
        if (counted == Counted.ROW) {
            return "";
        }
        if (counted == Counted.STATEMENT && trace.count() > 1) {
            return ": " + kinds(trace);
        }
        return trace.repeated().stream()
                .filter(group -> counted.kind.test(group.sql()))
                .findFirst()
                .map(
                        group ->
                                group.times() == was
                                        ? ": the same statement each time"
                                        : ": one of them was sent " + group.times() + " times")
                .orElse("");
    }

    private static String kinds(Trace trace) {
        List<Counted> kinds =
                List.of(Counted.SELECT, Counted.INSERT, Counted.UPDATE, Counted.DELETE);
        return kinds.stream()
                .filter(kind -> kind.in(trace) > 0)
                .map(kind -> kind.words(kind.in(trace)))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String text() {
        return "You say: " + counted.words(number) + ". The next sql(…) shows how many there were.";
    }

    @Override
    public String html() {
        return "<p>" + Html.escape(text()) + "</p>";
    }

    @Override
    public String toString() {
        return text();
    }
}
