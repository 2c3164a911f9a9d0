package ormlab.migrate.history;

import ormlab.picture.Picture;

/**
 * Is SQL to read, or to be run by somebody else.
 *
 * @param text the SQL; not null
 */
public record PrintedSql(String text) implements Picture {
    @Override
    public String markdown() {
        return "```sql\n" + text + "\n```";
    }

    /** Gives the SQL. */
    @Override
    public String toString() {
        return text;
    }
}
