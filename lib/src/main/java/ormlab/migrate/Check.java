package ormlab.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.history.HistoryEntry;
import ormlab.picture.Html;
import ormlab.picture.Picture;

/**
 * How far models, files and database agree.
 *
 * @param problem what is wrong with files and history; empty if nothing is
 * @param pending migrations that have not run yet
 * @param repeatables the {@code R…} files that are new or have changed since they last ran
 * @param diff what differs between the models and the database; empty if a problem prevents the
 *     comparison
 */
public record Check(
        Optional<String> problem,
        List<HistoryEntry> pending,
        List<String> repeatables,
        Optional<SchemaDiff> diff)
        implements Picture {
    /** Copies the lists. */
    public Check {
        pending = List.copyOf(pending);
        repeatables = List.copyOf(repeatables);
    }

    /** Returns whether models, files and database agree. */
    public boolean isOk() {
        return problem.isEmpty()
                && pending.isEmpty()
                && repeatables.isEmpty()
                && diff.map(SchemaDiff::isEmpty).orElse(false);
    }

    /** Returns an exit code for scripts: 0 if all agree, otherwise 1. */
    public int exitCode() {
        return isOk() ? 0 : 1;
    }

    @Override
    public String text() {
        List<String> lines = new ArrayList<>();
        problem.ifPresent(lines::add);
        pending.forEach(entry -> lines.add("Not run yet: " + entry.script()));
        repeatables.forEach(script -> lines.add("New or changed, upgrade() runs it: " + script));
        if (!pending.isEmpty()) {
            lines.add("Call upgrade(), then check() again: the models are compared after that.");
        }
        diff.ifPresent(found -> lines.add(new DiffTable(found).text()));
        if (diff.filter(found -> !found.isEmpty()).isPresent()) {
            lines.add("migrate(\"what changes\") writes the migration for it.");
        }
        return String.join("\n", lines);
    }

    @Override
    public String html() {
        return diff.filter(found -> !found.isEmpty() && repeatables.isEmpty())
                .map(found -> new DiffTable(found).html())
                .orElseGet(() -> "<pre>" + Html.escape(text()) + "</pre>");
    }

    @Override
    public String toString() {
        return text();
    }
}
