package ormlab.migrate.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import ormlab.picture.Html;
import ormlab.picture.Picture;

/** All migrations, ordered by version, and which of them have run. */
public record History(List<HistoryEntry> entries) implements Picture {
    /** A longer history is drawn downwards, because its text would shrink side by side. */
    private static final int SIDE_BY_SIDE = 4;

    /** The name of the beginning, before any migration. */
    public static final String BASE = "<base>";

    /** Copies the entries. */
    public History {
        entries = List.copyOf(entries);
    }

    /** Returns the migrations that have run, in order. */
    public List<HistoryEntry> applied() {
        return entries.stream().filter(entry -> entry.state().isApplied()).toList();
    }

    /** Returns the migrations that upgrade() would run, in order. */
    public List<HistoryEntry> pending() {
        return in(HistoryEntry.State.PENDING);
    }

    List<HistoryEntry> in(HistoryEntry.State state) {
        return entries.stream().filter(entry -> entry.state() == state).toList();
    }

    /** Returns the newest migration that has run; empty at the beginning. */
    public Optional<HistoryEntry> current() {
        List<HistoryEntry> applied = applied();
        return applied.isEmpty() ? Optional.empty() : Optional.of(applied.get(applied.size() - 1));
    }

    /** Returns the newest migration of all; empty when there is none. */
    public Optional<HistoryEntry> head() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
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
        if (entries.isEmpty()) {
            return "No migrations yet.";
        }
        List<String> lines = new ArrayList<>();
        String before = BASE;
        for (HistoryEntry entry : entries) {
            lines.add(
                    "%s -> %s (%s)%s"
                            .formatted(
                                    before,
                                    entry,
                                    entry.state(),
                                    isCurrent(entry) ? " <- the database is here" : ""));
            before = entry.version().toString();
        }
        return String.join("\n", lines);
    }

    @Override
    public String markdown() {
        StringBuilder mermaid = new StringBuilder("```mermaid\nflowchart ");
        mermaid.append(entries.size() > SIDE_BY_SIDE ? "TD" : "LR");
        mermaid.append("\n    base([base])\n");
        String before = "base";
        for (int i = 0; i < entries.size(); i++) {
            HistoryEntry entry = entries.get(i);
            String node = "m" + (i + 1);
            String words =
                    "%s<br/>%s%s"
                            .formatted(
                                    Html.escape(entry.version() + " " + entry.description()),
                                    entry.state(),
                                    isCurrent(entry) ? ", the database is here" : "");
            mermaid.append("    ")
                    .append(before)
                    .append(entry.state().isApplied() ? " --> " : " -.-> ")
                    .append(node)
                    .append("[\"")
                    .append(words)
                    .append("\"]\n");
            if (isCurrent(entry)) {
                mermaid.append("    style ").append(node).append(" stroke-width:4px\n");
            }
            before = node;
        }
        return mermaid.append("```").toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
