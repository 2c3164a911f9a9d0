package ormlab.picture;

import java.util.List;
import java.util.stream.Collectors;

/** A list of SQL statements to read, each without a semicolon at its end. */
public record SqlScript(List<String> statements) implements Picture {
    /** Copies the statements. */
    public SqlScript {
        statements = List.copyOf(statements);
    }

    @Override
    public String text() {
        return statements.stream()
                .map(statement -> statement.strip() + ";")
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public String markdown() {
        return Markdown.fenced("sql", text());
    }

    @Override
    public String toString() {
        return text();
    }
}
