package ormlab.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ormlab.picture.Ends;
import ormlab.picture.Markdown;
import ormlab.picture.Picture;

/**
 * A trace as a picture: each round trip to the database, from top to bottom, drawn by Mermaid
 * inside Markdown.
 *
 * <p>A statement is shown by its verb and its first table, because the picture is about the number
 * of round trips.
 */
public record Timeline(Trace trace) implements Picture {
    /** Characters that would end or comment out a line of Mermaid. */
    private static final Pattern SPECIAL = Pattern.compile("[;#<>{}]");

    /** More steps would make a text too long for Mermaid. */
    private static final int MOST_STEPS = 200;

    /** One line: a statement with the database's reply, or a transaction border. */
    private record Step(String asks, @Nullable String answer) {}

    private List<Step> steps() {
        Ends<Trace.Event> ends = Ends.of(trace.events(), MOST_STEPS);
        List<Step> steps = new ArrayList<>(steps(ends.first()));
        if (ends.left() > 0) {
            steps.add(new Step("… " + ends.left() + " more …", null));
        }
        steps.addAll(steps(ends.last()));
        return steps;
    }

    private static List<Step> steps(List<Trace.Event> events) {
        return events.stream()
                .map(
                        event ->
                                event.statement() != null
                                        ? step(event.statement())
                                        : new Step(String.valueOf(event.border()), null))
                .toList();
    }

    private static Step step(TracedStatement sent) {
        String verb = SqlText.firstWord(sent.sql()).toLowerCase(Locale.ROOT);
        String asks = (verb + " " + SqlText.table(sent.sql())).strip();
        String batch = sent.binds().size() > 1 ? " (batch of " + sent.binds().size() + ")" : "";
        String cause = sent.loading() == null ? "" : " (" + sent.loading() + ")";
        return new Step(asks + batch + cause, sent.outcome());
    }

    @Override
    public String text() {
        List<Step> steps = steps();
        int width = steps.stream().mapToInt(step -> step.asks().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Step step : steps) {
            lines.add(
                    step.answer() == null
                            ? "    " + step.asks()
                            : String.format(
                                    "%2d  %-" + width + "s  %s",
                                    ++number,
                                    step.asks(),
                                    step.answer()));
        }
        return lines.isEmpty() ? "no statement" : String.join("\n", lines);
    }

    @Override
    public String markdown() {
        StringBuilder mermaid =
                new StringBuilder(
                        "```mermaid\nsequenceDiagram\n    participant J as Java\n"
                                + "    participant D as Database\n");
        for (Step step : steps()) {
            if (step.answer() == null) {
                mermaid.append("    Note over J,D: ").append(plain(step.asks())).append('\n');
            } else {
                mermaid.append("    J->>D: ").append(plain(step.asks())).append('\n');
                mermaid.append("    D-->>J: ").append(plain(step.answer())).append('\n');
            }
        }
        return mermaid.append("```").toString();
    }

    private static String plain(String text) {
        return SPECIAL.matcher(Markdown.oneLine(text)).replaceAll(" ");
    }

    @Override
    public String toString() {
        return text();
    }
}
