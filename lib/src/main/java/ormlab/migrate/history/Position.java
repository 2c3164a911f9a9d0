package ormlab.migrate.history;

import java.util.Optional;
import ormlab.picture.Picture;

/**
 * A database's position among the migrations.
 *
 * @param current the newest migration that has run; empty if none has
 * @param isHead whether no migration is left to run
 */
public record Position(Optional<HistoryEntry> current, boolean isHead) implements Picture {
    static Position in(History history) {
        return new Position(history.current(), history.current().equals(history.head()));
    }

    /** Returns the version, followed by {@code (head)} if it is the newest. */
    @Override
    public String text() {
        return current.map(entry -> entry.version().toString()).orElse(History.BASE)
                + (isHead && current.isPresent() ? " (head)" : "");
    }

    @Override
    public String toString() {
        return text();
    }
}
