package ormlab.migrate.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import ormlab.picture.Html;
import ormlab.picture.Picture;

/**
 * Is all migrations in their order, with where the database stands.
 *
 * @param entries the migrations, ordered by version
 */
public record History(List<HistoryEntry> entries) implements Picture {
    /**
     * A longer history runs downwards: side by side its words would shrink until nobody reads them.
     */
    private static final int SIDE_BY_SIDE = 4;

    /** How the beginning is called, before any migration. */
    public static final String BASE = "<base>";

    /** Copies the entries. */
    public History {
        entries = List.copyOf(entries);
    }

    /**
     * Lists what has run, in order.
     *
     * @return the entries that the database has
     */
    public List<HistoryEntry> applied() {
        return entries.stream().filter(entry -> entry.state().isApplied()).toList();
    }

    /**
     * Lists what upgrade() would run, in order.
     *
     * @return the entries that the database lacks
     */
    public List<HistoryEntry> pending() {
        return in(HistoryEntry.State.PENDING);
    }

    List<HistoryEntry> in(HistoryEntry.State state) {
        return entries.stream().filter(entry -> entry.state() == state).toList();
    }

    /**
     * Gives the newest migration that has run.
     *
     * @return the entry; empty at the beginning
     */
    public Optional<HistoryEntry> current() {
        List<HistoryEntry> applied = applied();
        return applied.isEmpty() ? Optional.empty() : Optional.of(applied.get(applied.size() - 1));
    }

    /**
     * Gives the newest migration of all.
     *
     * @return the entry; empty when none was made yet
     */
    public Optional<HistoryEntry> head() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    Optional<HistoryEntry> find(MigrationVersion version) {
        return entries.stream().filter(entry -> entry.version().equals(version)).findFirst();
    }

    /**
     * Lists the versions of all migrations.
     *
     * @return the versions in order
     */
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

    /** Gives the text form. */
    @Override
    public String toString() {
        return text();
    }
}
