package ormlab.migrate;

import java.util.stream.Collectors;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.picture.Html;
import ormlab.picture.Picture;

/**
 * A difference as a table, with a sign and a colour for each change, and words that are clear
 * without either.
 */
public record DiffTable(SchemaDiff diff) implements Picture {
    private static final String LOSES = "destroys data";

    @Override
    public String text() {
        if (diff.isEmpty()) {
            return diff.toString();
        }
        return diff.changes().stream()
                .map(change -> change.words() + (change.destroysData() ? " (" + LOSES + ")" : ""))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String html() {
        if (diff.isEmpty()) {
            return "<p>" + Html.escape(diff.toString()) + "</p>";
        }
        StringBuilder html =
                new StringBuilder(
                        "<table><thead><tr><th></th><th style=\"text-align: left\">Change</th>"
                                + "<th></th></tr></thead><tbody>");
        for (Change change : diff.changes()) {
            Sign sign = Sign.of(change);
            html.append(
                    "<tr style=\"color: #1f2328; background: %s\"><td>%s</td><td style=\"text-align: left\">%s</td><td>%s</td></tr>"
                            .formatted(
                                    sign.background,
                                    sign.letter,
                                    Html.escape(change.words()),
                                    change.destroysData() ? "<b>" + LOSES + "</b>" : ""));
        }
        return html.append("</tbody></table>").toString();
    }

    private enum Sign {
        COMES("+", "#dafbe1"),
        GOES("−", "#ffebe9"),
        CHANGES("~", "#fff8c5");

        private final String letter;
        private final String background;

        Sign(String letter, String background) {
            this.letter = letter;
            this.background = background;
        }

        static Sign of(Change change) {
            return switch (change.kind()) {
                case ADDED -> COMES;
                case REMOVED -> GOES;
                case CHANGED -> CHANGES;
            };
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
