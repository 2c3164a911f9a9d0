package ormlab.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.history.MigrationFile;
import ormlab.migrate.script.MigrationScript;
import ormlab.picture.Html;
import ormlab.picture.Picture;

/**
 * What {@link Migrations#migrate} detected and wrote.
 *
 * @param diff what differed between the database and the models
 * @param script the SQL that was written, up and down
 * @param files where it was written; empty when nothing differed
 */
public record NewMigration(SchemaDiff diff, MigrationScript script, Optional<MigrationFile> files)
        implements Picture {
    /** Returns the tables before and after as diagrams. */
    public BeforeAndAfter diagrams() {
        return BeforeAndAfter.of(diff);
    }

    /** Returns the SQL that was written. */
    public WrittenSql sql() {
        return new WrittenSql(
                files.map(MigrationFile::toString).orElse("nothing"),
                script.upgrade(),
                script.downgrade());
    }

    @Override
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(new DiffTable(diff).text());
        files.ifPresent(pair -> lines.add(wrote(pair)));
        return String.join("\n", lines);
    }

    private static String wrote(MigrationFile pair) {
        return "Wrote "
                + pair.up().toString().replace('\\', '/')
                + pair.down().map(down -> " and " + down.toString().replace('\\', '/')).orElse("");
    }

    @Override
    public String html() {
        StringBuilder html = new StringBuilder(new DiffTable(diff).html());
        files.ifPresent(
                pair ->
                        html.append("<p>")
                                .append(Html.escape(wrote(pair)))
                                .append("</p>")
                                .append(sql().html()));
        return html.toString();
    }

    /** Shows a line for each change, then the files. */
    @Override
    public String toString() {
        return text();
    }
}
