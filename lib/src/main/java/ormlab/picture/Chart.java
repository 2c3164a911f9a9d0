package ormlab.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Is a chart of measured numbers, drawn by Mermaid inside of Markdown; its text form is the table
 * of the numbers.
 *
 * <p>Series are told apart by their form, bars or a line, and not by colour alone.
 *
 * @param title what was measured
 * @param across what the places along the bottom are
 * @param up what the numbers are
 * @param places the places along the bottom, in order
 * @param series the numbers
 */
public record Chart(
        String title, String across, String up, List<String> places, List<Series> series)
        implements Picture {
    /**
     * Mermaid's own bars are nearly white; these stand out from a light page and from a dark one.
     */
    private static final String COLOURS =
            "%%{init: {\"themeVariables\": {\"xyChart\":"
                    + " {\"plotColorPalette\": \"#4c78a8, #d95f02\"}}}}%%";

    /** Copies the lists. */
    public Chart {
        places = List.copyOf(places);
        series = List.copyOf(series);
    }

    /**
     * Is one series of numbers.
     *
     * @param name what it is
     * @param form {@code "bar"} or {@code "line"}
     * @param numbers one for each place
     */
    public record Series(String name, String form, List<Long> numbers) {
        /** Copies the numbers. */
        public Series {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * Begins a chart without numbers.
     *
     * @param title what was measured
     * @param across what the places along the bottom are
     * @param up what the numbers are
     * @param places the places along the bottom, in order
     * @return the chart
     */
    public static Chart of(String title, String across, String up, List<?> places) {
        return new Chart(
                title, across, up, places.stream().map(String::valueOf).toList(), List.of());
    }

    /**
     * Adds a series as bars.
     *
     * @param name what it is
     * @param numbers one for each place
     * @return the chart with it
     */
    public Chart bars(String name, List<? extends Number> numbers) {
        return with("bar", name, numbers);
    }

    /**
     * Adds a series as a line.
     *
     * @param name what it is
     * @param numbers one for each place
     * @return the chart with it
     */
    public Chart line(String name, List<? extends Number> numbers) {
        return with("line", name, numbers);
    }

    private Chart with(String form, String name, List<? extends Number> numbers) {
        if (numbers.size() != places.size()) {
            throw new IllegalArgumentException(
                    "'"
                            + name
                            + "' has "
                            + numbers.size()
                            + " numbers, and the chart has "
                            + places.size()
                            + " places.");
        }
        List<Series> more = new ArrayList<>(series);
        more.add(new Series(name, form, numbers.stream().map(Number::longValue).toList()));
        return new Chart(title, across, up, places, more);
    }

    @Override
    public String text() {
        List<String> columns = new ArrayList<>(List.of(across));
        series.forEach(one -> columns.add(one.name()));
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            List<Object> row = new ArrayList<>(List.of(places.get(i)));
            for (Series one : series) {
                row.add(one.numbers().get(i));
            }
            rows.add(row);
        }
        String table = new Rows(columns, rows).text();
        return title + " (" + up + ")\n" + table.substring(0, table.lastIndexOf('\n'));
    }

    @Override
    public String markdown() {
        String legend =
                series.stream()
                        .map(one -> (one.form().equals("bar") ? "bars: " : "line: ") + one.name())
                        .collect(Collectors.joining(", ", " (", ")"));
        StringBuilder mermaid = new StringBuilder("```mermaid\n" + COLOURS + "\nxychart-beta\n");
        mermaid.append("    title ").append(quoted(title + legend)).append('\n');
        mermaid.append("    x-axis ").append(quoted(across)).append(' ');
        mermaid.append(places.stream().map(Chart::quoted).toList()).append('\n');
        mermaid.append("    y-axis ").append(quoted(up)).append('\n');
        for (Series one : series) {
            mermaid.append("    ").append(one.form()).append(' ').append(one.numbers());
            mermaid.append('\n');
        }
        return mermaid.append("```").toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "'").replace("\n", " ") + "\"";
    }

    /** Gives the text form. */
    @Override
    public String toString() {
        return text();
    }
}
