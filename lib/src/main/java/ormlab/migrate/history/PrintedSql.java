package ormlab.migrate.history;

import ormlab.picture.Markdown;
import ormlab.picture.Picture;

/** SQL to read, or for someone else to run. */
public record PrintedSql(String text) implements Picture {
    @Override
    public String markdown() {
        return Markdown.fenced("sql", text);
    }

    @Override
    public String toString() {
        return text;
    }
}
