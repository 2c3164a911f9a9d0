package ormlab.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ormlab.internal.lexer.SqlHtml;
import ormlab.picture.Ends;
import ormlab.picture.Html;
import ormlab.picture.Picture;
import ormlab.picture.Rows;

/**
 * What a piece of code sent to the database, in order.
 *
 * @param events statements and transaction borders
 * @param remark a sentence to show below the statements; may be empty
 * @param advice advice, the most useful first; may be empty
 */
public record Trace(List<Event> events, String remark, List<Advice> advice) implements Picture {
    /** How many pieces of advice are shown below the statements. */
    private static final int SHOWN_ADVICE = 2;

    /** How often a statement must be sent to count as repeated. */
    private static final int REPEATED = 2;

    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * One event on a connection: a statement or a transaction border; the other one is null.
     *
     * @param border {@code "commit"} or {@code "rollback"}
     */
    public record Event(@Nullable String border, @Nullable TracedStatement statement) {
        String written(SqlForm form) {
            return statement == null ? form.comment("-- " + border) : statement.written(form);
        }
    }

    /** Copies the events. */
    public Trace {
        events = List.copyOf(events);
        advice = List.copyOf(advice);
    }

    /** Creates a trace without a remark and without advice. */
    public Trace(List<Event> events) {
        this(events, "", List.of());
    }

    /** Returns the same trace with a sentence below its statements. */
    public Trace withRemark(String sentence) {
        return new Trace(events, sentence, advice);
    }

    /** Returns the statements without the transaction borders. */
    public List<TracedStatement> statements() {
        return events.stream().map(Event::statement).filter(s -> s != null).toList();
    }

    /** Counts the statements; a batch counts as one. */
    public int count() {
        return statements().size();
    }

    /** Counts the statements that only read. */
    public int selects() {
        return (int) statements().stream().filter(TracedStatement::isSelect).count();
    }

    /**
     * Returns the statements that were sent more than once, in order of first appearance; N+1
     * problems look like this.
     */
    public List<Repeated> repeated() {
        Map<String, Repeated> counts = new LinkedHashMap<>();
        for (TracedStatement statement : statements()) {
            counts.merge(
                    statement.sql(),
                    new Repeated(1, statement.sql(), statement.loading()),
                    (sum, one) -> new Repeated(sum.times() + 1, sum.sql(), sum.loading()));
        }
        return counts.values().stream().filter(group -> group.times() >= REPEATED).toList();
    }

    /**
     * A statement that was sent several times.
     *
     * @param loading what was loaded lazily each time, such as {@code Role.users}; null if nothing
     *     was
     */
    public record Repeated(int times, String sql, @Nullable String loading) {
        /** Returns the count and the statement on one line, and names an N+1 problem. */
        @Override
        public String toString() {
            return written(SqlForm.TEXT);
        }

        private String written(SqlForm form) {
            return times + " × " + form.sql(SqlText.wrapped(sql)) + why(form);
        }

        private String why(SqlForm form) {
            if (loading == null) {
                return "";
            }
            return SqlText.isBatch(sql)
                    ? form.below(loading + " in batches: one statement for several")
                    : form.below("N+1 on " + loading + ": one statement for each");
        }
    }

    /** Returns the plans of the statements, in order; empty unless they were recorded. */
    public Plans plans() {
        return new Plans(
                statements().stream().map(TracedStatement::plan).filter(p -> p != null).toList());
    }

    /**
     * Returns a table of the statements, each with the line that caused it and its time, which
     * differs from run to run.
     */
    public Rows times() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (TracedStatement sent : statements()) {
            String millis = String.format(Locale.ROOT, "%.1f", sent.nanos() / NANOS_PER_MILLI);
            rows.add(
                    Arrays.asList(
                            millis,
                            sent.callSite() == null ? "" : sent.callSite().toString(),
                            sent.sql()));
        }
        return new Rows(List.of("ms", "line", "statement"), rows);
    }

    /** Returns a picture of the round trips to the database, from top to bottom. */
    public Timeline timeline() {
        return new Timeline(this);
    }

    /** Returns how long the database took for all statements, in nanoseconds. */
    public long nanos() {
        return statements().stream().mapToLong(TracedStatement::nanos).sum();
    }

    @Override
    public String text() {
        List<String> blocks = new ArrayList<>();
        Ends<Event> ends = Ends.of(events);
        ends.first().forEach(event -> blocks.add(event.written(SqlForm.TEXT)));
        if (ends.left() > 0) {
            blocks.add(left(ends));
        }
        ends.last().forEach(event -> blocks.add(event.written(SqlForm.TEXT)));
        repeated().forEach(group -> blocks.add("-- " + group));
        blocks.add("-- " + summary());
        shownAdvice().forEach(line -> blocks.add("-- " + line));
        if (!remark.isEmpty()) {
            blocks.add("-- " + remark);
        }
        return String.join("\n", blocks);
    }

    @Override
    public String html() {
        Ends<Event> ends = Ends.of(events);
        String items = items(ends.first(), 0);
        if (ends.left() > 0) {
            int before = count() - statements(ends.last());
            items += unnumbered(before) + left(ends) + "</li>" + items(ends.last(), before);
        }
        String repeats =
                repeated().stream()
                        .map(group -> "<b>" + group.written(SqlForm.HTML) + "</b>")
                        .map(SqlHtml::block)
                        .collect(Collectors.joining());
        String last = remark.isEmpty() ? "" : "<p>" + Html.escape(remark) + "</p>";
        String advised =
                shownAdvice().stream()
                        .map(line -> "<p>" + Html.escape(line) + "</p>")
                        .collect(Collectors.joining());
        return "<ol>"
                + items
                + "</ol>"
                + repeats
                + "<p><b>"
                + summary()
                + "</b></p>"
                + advised
                + last;
    }

    /** Returns the two most useful pieces of advice, and how many more there are. */
    private List<String> shownAdvice() {
        List<String> lines = new ArrayList<>();
        advice.stream().limit(SHOWN_ADVICE).forEach(one -> lines.add("advice: " + one));
        if (advice.size() > SHOWN_ADVICE) {
            lines.add("and " + (advice.size() - SHOWN_ADVICE) + " more: advice() returns them all");
        }
        return lines;
    }

    private static String items(List<Event> events, int before) {
        StringBuilder items = new StringBuilder();
        int number = before;
        for (Event event : events) {
            items.append(event.border() == null ? "<li>" : unnumbered(number))
                    .append(SqlHtml.block(event.written(SqlForm.HTML)))
                    .append("</li>");
            number += event.border() == null ? 1 : 0;
        }
        return items.toString();
    }

    private static int statements(List<Event> events) {
        return (int) events.stream().filter(event -> event.border() == null).count();
    }

    private static String left(Ends<Event> ends) {
        return "… " + ends.left() + " more …";
    }

    /** Shows a border without a number, so that only statements are numbered. */
    private static String unnumbered(int before) {
        return "<li value=\"" + before + "\" style=\"list-style-type: none\">";
    }

    @Override
    public String toString() {
        return text();
    }

    private String summary() {
        int count = count();
        return count == 0 ? "no statement" : count == 1 ? "1 statement" : count + " statements";
    }
}
