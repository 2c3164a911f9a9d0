package ormlab.migrate.script;

import java.util.List;
import java.util.stream.Collectors;

/** One statement and what is said above it; several lines, or none at all. */
record Step(String comment, String sql) {
    private static String lines(String comment) {
        return comment.isEmpty()
                ? ""
                : comment.lines().map(line -> "-- " + line + '\n').collect(Collectors.joining());
    }

    private String text() {
        // A trigger ends in "end;" already when SQLite kept it so.
        String sqlText = sql.stripTrailing();
        return lines(comment) + sqlText + (sqlText.endsWith(";") ? "" : ";") + '\n';
    }

    /** Puts a blank line before each commented statement. */
    static String script(List<Step> steps) {
        StringBuilder script = new StringBuilder();
        for (Step step : steps) {
            if (script.length() > 0 && !step.comment.isEmpty()) {
                script.append('\n');
            }
            script.append(step.text());
        }
        return script.toString();
    }
}
