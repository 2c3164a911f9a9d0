package ormlab.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ormlab.internal.text.Shortened;

/**
 * A table of values: the result of a SELECT.
 *
 * @param values the rows, each as long as {@code columns}; a value may be null
 */
public record Rows(List<String> columns, List<List<@Nullable Object>> values) implements Picture {
    private static final int WIDEST = 60;
    private static final String LEFT = " style=\"text-align: left\"";

    /** Copies the columns and the rows. */
    public Rows {
        columns = List.copyOf(columns);
        values =
                values.stream()
                        .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                        .toList();
    }

    /** Returns the number of rows. */
    public int size() {
        return values.size();
    }

    @Override
    public String text() {
        Ends<List<@Nullable Object>> ends = Ends.of(values);
        List<List<String>> first = shown(ends.first());
        List<List<String>> last = shown(ends.last());
        int[] widths =
                IntStream.range(0, columns.size())
                        .map(
                                i ->
                                        Math.max(
                                                columns.get(i).length(),
                                                Stream.concat(first.stream(), last.stream())
                                                        .mapToInt(row -> row.get(i).length())
                                                        .max()
                                                        .orElse(0)))
                        .toArray();
        List<String> lines = new ArrayList<>();
        lines.add(line(columns, widths));
        lines.add(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("-+-")));
        first.forEach(row -> lines.add(line(row, widths)));
        if (ends.left() > 0) {
            lines.add(left(ends));
        }
        last.forEach(row -> lines.add(line(row, widths)));
        lines.add(count());
        return String.join("\n", lines);
    }

    @Override
    public String html() {
        StringBuilder html = new StringBuilder("<table><thead><tr>");
        for (int i = 0; i < columns.size(); i++) {
            html.append(isNumeric(i) ? "<th>" : "<th" + LEFT + ">")
                    .append(Html.escape(columns.get(i)))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        Ends<List<@Nullable Object>> ends = Ends.of(values);
        ends.first().forEach(row -> html.append(htmlRow(row)));
        if (ends.left() > 0) {
            html.append("<tr><td colspan=\"")
                    .append(columns.size())
                    .append('"')
                    .append(LEFT)
                    .append('>')
                    .append(left(ends))
                    .append("</td></tr>");
        }
        ends.last().forEach(row -> html.append(htmlRow(row)));
        return html.append("</tbody></table><p>").append(count()).append("</p>").toString();
    }

    private static String htmlRow(List<@Nullable Object> row) {
        return row.stream().map(Rows::cell).collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String left(Ends<?> ends) {
        return "… " + ends.left() + " more rows …";
    }

    private static List<List<String>> shown(List<List<@Nullable Object>> rows) {
        return rows.stream().map(row -> row.stream().map(Rows::shown).toList()).toList();
    }

    private boolean isNumeric(int column) {
        return values.stream().anyMatch(row -> row.get(column) instanceof Number);
    }

    /** Aligns numbers to the right, as JupyterLab does, and text to the left. */
    private static String cell(@Nullable Object value) {
        String style = value instanceof Number ? "" : LEFT;
        String shown = value == null ? "<i>null</i>" : Html.escape(shown(value));
        return "<td" + style + ">" + shown + "</td>";
    }

    @Override
    public String toString() {
        return text();
    }

    private String count() {
        return values.size() == 1 ? "1 row" : values.size() + " rows";
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> String.format("%-" + Math.max(1, widths[i]) + "s", cells.get(i)))
                .collect(Collectors.joining(" | "))
                .stripTrailing();
    }

    /** Returns each value on one line of readable length. */
    private static String shown(@Nullable Object value) {
        String text =
                value instanceof byte[] bytes
                        ? bytes.length + " bytes"
                        : String.valueOf(value).replace("\n", "\\n").replace("\r", "\\r");
        return Shortened.to(WIDEST, text);
    }
}
