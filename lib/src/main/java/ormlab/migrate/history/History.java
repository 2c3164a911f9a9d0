package ormlab.migrate.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import ormlab.picture.Html;
import ormlab.picture.Markdown;
import ormlab.picture.Picture;

/**
 * All migrations, ordered by version, and which of them have run.
 *
 * @param repeatables the names of the {@code R…} files that are new or have changed since they last
 *     ran, so that the next upgrade runs them
 */
public record History(List<HistoryEntry> entries, List<String> repeatables) implements Picture {
    /**
     * A longer history is drawn from top to bottom, because its text would become too small side by
     * side.
     */
    private static final int SIDE_BY_SIDE = 4;

    /** The name of the start, before any migration. */
    public static final String BASE = "<base>";

    /** Copies the lists. */
    public History {
        entries = List.copyOf(entries);
        repeatables = List.copyOf(repeatables);
    }

    /** Returns the migrations that have run, in order. */
    public List<HistoryEntry> applied() {
        return entries.stream().filter(entry -> entry.state().isApplied()).toList();
    }

    /** Returns the migrations that an upgrade would run, in order. */
    public List<HistoryEntry> pending() {
        return in(HistoryEntry.State.PENDING);
    }

    List<HistoryEntry> in(HistoryEntry.State state) {
        return entries.stream().filter(entry -> entry.state() == state).toList();
    }

    /** Returns the newest migration that has run; empty if none has. */
    public Optional<HistoryEntry> current() {
        return last(applied());
    }

    /** Returns the newest migration; empty if there is none. */
    public Optional<HistoryEntry> head() {
        return last(entries);
    }

    private static Optional<HistoryEntry> last(List<HistoryEntry> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }

    Optional<HistoryEntry> find(MigrationVersion version) {
        return entries.stream().filter(entry -> entry.version().equals(version)).findFirst();
    }

    /** Returns the versions of all migrations, in order. */
    public List<String> versions() {
        return entries.stream().map(entry -> entry.version().toString()).toList();
    }

    private boolean isCurrent(HistoryEntry entry) {
        return current().filter(entry::equals).isPresent();
    }

    @Override
    public String text() {
        if (entries.isEmpty() && repeatables.isEmpty()) {
            return "No migrations yet.";
        }
        List<String> lines = new ArrayList<>();
        String before = BASE;
        for (HistoryEntry entry : entries) {
            String here = isCurrent(entry) ? " <- the database is here" : "";
            lines.add("%s -> %s (%s)%s".formatted(before, entry, entry.state(), here));
            before = entry.version().toString();
        }
        repeatables.forEach(script -> lines.add(script + " (pending)"));
        return String.join("\n", lines);
    }

    @Override
    public String markdown() {
        StringBuilder mermaid = new StringBuilder("```mermaid\nflowchart ");
        mermaid.append(entries.size() > SIDE_BY_SIDE ? "TD" : "LR");
        mermaid.append("\n    base([base])\n");
        String before = "base";
        for (HistoryEntry entry : entries) {
            String node = "m" + (entries.indexOf(entry) + 1);
            String name =
                    Html.escape(Markdown.oneLine(entry.version() + " " + entry.description()));
            String arrow = entry.state().isApplied() ? "-->" : "-.->";
            String here = isCurrent(entry) ? ", the database is here" : "";
            mermaid.append(
                    "    %s %s %s[\"%s<br/>%s%s\"]\n"
                            .formatted(before, arrow, node, name, entry.state(), here));
            if (isCurrent(entry)) {
                mermaid.append("    style " + node + " stroke-width:4px\n");
            }
            before = node;
        }
        for (int i = 0; i < repeatables.size(); i++) {
            mermaid.append(
                    "    %s -.-> r%d[\"%s<br/>pending\"]\n"
                            .formatted(
                                    before, i, Html.escape(Markdown.oneLine(repeatables.get(i)))));
        }
        return mermaid.append("```").toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
