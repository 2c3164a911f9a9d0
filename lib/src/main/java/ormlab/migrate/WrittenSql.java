package ormlab.migrate;

import ormlab.picture.Html;
import ormlab.picture.Picture;

/**
 * Is a migration as it is written, up and down.
 *
 * @param name the name of its file, or of its class; not null
 * @param up the SQL that goes up; not null
 * @param down the SQL that goes down; not null
 */
public record WrittenSql(String name, String up, String down) implements Picture {
    @Override
    public String text() {
        return "-- up: " + name + "\n" + up.strip() + "\n\n-- down\n" + down.strip();
    }

    @Override
    public String html() {
        return part("up: " + name, up, true) + part("down", down, false);
    }

    private static String part(String title, String sql, boolean open) {
        return "<details%s><summary>%s</summary><pre>%s</pre></details>"
                .formatted(open ? " open" : "", Html.escape(title), Html.escape(sql.strip()));
    }

    /** Gives the text form. */
    @Override
    public String toString() {
        return text();
    }
}
