package ormlab.migrate.script;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement of a migration.
 *
 * @param comment the comment above it, possibly several lines; empty for none
 * @param sql the statement, without a semicolon
 */
public record Step(String comment, String sql) {
    private String text() {
        String lines =
                comment.lines().map(line -> "-- " + line + '\n').collect(Collectors.joining());
        // SQLite stores a trigger including its "end;".
        String statement = sql.stripTrailing();
        return lines + statement + (statement.endsWith(";") ? "" : ";") + '\n';
    }

    /** Writes the steps, with a blank line before each comment. */
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
