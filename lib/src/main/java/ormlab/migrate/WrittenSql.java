package ormlab.migrate;

import ormlab.internal.lexer.SqlHtml;
import ormlab.picture.Html;
import ormlab.picture.Picture;

/**
 * The text of a migration.
 *
 * @param name the name of its file, or of its class
 * @param up the SQL of the upgrade
 * @param down the SQL of the downgrade
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
        return "<details%s><summary>%s</summary>%s</details>"
                .formatted(
                        open ? " open" : "",
                        Html.escape(title),
                        SqlHtml.block(SqlHtml.of(sql.strip())));
    }

    @Override
    public String toString() {
        return text();
    }
}
