package ormlab.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.history.MigrationFile;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.script.MigrationScript;
import ormlab.picture.Html;
import ormlab.picture.Picture;
import ormlab.schema.ErDiagram;

/**
 * The result of {@link Migrations#migrate}.
 *
 * @param diff what differed between the database and the models
 * @param script the SQL that was written, up and down
 * @param files where it was written; empty if nothing differed
 * @param warnings what needs your attention although the migration was written
 */
public record NewMigration(
        SchemaDiff diff,
        MigrationScript script,
        Optional<MigrationFile> files,
        List<String> warnings)
        implements Picture {
    /** Copies the list. */
    public NewMigration {
        warnings = List.copyOf(warnings);
    }

    /** Returns the tables before and after as diagrams. */
    public Diagrams diagrams() {
        return new Diagrams(diagram(diff.found()), diagram(diff.model()));
    }

    private static ErDiagram diagram(DatabaseSchema schema) {
        return new ErDiagram(
                schema.tables().stream()
                        .filter(table -> !table.name().name().equals("flyway_schema_history"))
                        .toList());
    }

    /** The tables as they are in the database, and as the models need them. */
    public record Diagrams(ErDiagram before, ErDiagram after) implements Picture {
        @Override
        public String text() {
            return "before:\n"
                    + orNone(before, Picture::text)
                    + "\n\nafter:\n"
                    + orNone(after, Picture::text);
        }

        @Override
        public String markdown() {
            return "**before**\n\n"
                    + orNone(before, Picture::markdown)
                    + "\n\n**after**\n\n"
                    + orNone(after, Picture::markdown);
        }

        private static String orNone(ErDiagram diagram, Function<Picture, String> form) {
            return diagram.tables().isEmpty() ? "no tables" : form.apply(diagram);
        }

        @Override
        public String toString() {
            return text();
        }
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
        warnings.forEach(warning -> lines.add("Warning: " + warning));
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
        warnings.forEach(
                warning -> html.append("<p>Warning: ").append(Html.escape(warning)).append("</p>"));
        return html.toString();
    }

    /** Returns a line for each change, then the files. */
    @Override
    public String toString() {
        return text();
    }
}
