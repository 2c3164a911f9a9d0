package ormlab.migrate.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ormlab.migrate.history.HistoryEntry.State;
import ormlab.migrate.history.MigrationRefused.Reason;

/** Refuses to continue if the history does not match the files, and explains what to do. */
final class HistoryRules {
    private final History history;
    private final MigrationFolder folder;

    HistoryRules(History history, MigrationFolder folder) {
        this.history = history;
        this.folder = folder;
    }

    /** Checks for everything that must be fixed before a migration can be created or run. */
    void check() {
        first(State.FAILED).ifPresent(this::failed);
        first(State.EDITED).ifPresent(this::edited);
        first(State.MISSING).ifPresent(entry -> gone(entry, Reason.MISSING));
        first(State.AHEAD).ifPresent(entry -> gone(entry, Reason.AHEAD));
        first(State.OUT_OF_ORDER).ifPresent(this::outOfOrder);
    }

    private Optional<HistoryEntry> first(State state) {
        return history.in(state).stream().findFirst();
    }

    private void failed(HistoryEntry entry) {
        throw new MigrationRefused(
                Reason.FAILED_BEFORE,
                ("Migration %s stopped in the middle, and it ran outside of a transaction, so some"
                                + " of its changes may remain. Undo them by hand, then remove the"
                                + " run from the history: db.migrations().flyway().repair().")
                        .formatted(entry));
    }

    private void edited(HistoryEntry entry) {
        throw new MigrationRefused(
                Reason.EDITED,
                ("'%s' was changed after it had run, so other databases would get a different"
                                + " schema. Restore it from version control, and write a new"
                                + " migration for the change. If it only differs in comments or"
                                + " spaces, record it as it is now:"
                                + " db.migrations().flyway().repair().")
                        .formatted(file(entry.script())));
    }

    private void gone(HistoryEntry entry, Reason reason) {
        if (!entry.script().endsWith(".sql")) {
            throw new MigrationRefused(
                    reason,
                    ("Migration %s has run in this database, and its class is not registered."
                                    + " Register it: db.migrations().with(new %s()).")
                            .formatted(entry, entry.script().replaceFirst("^.*[.$](?=V)", "")));
        }
        if (entry.down().isPresent()) {
            throw new MigrationRefused(
                    reason,
                    ("Migration %s has run in this database, and its file '%s' is gone. If you"
                                    + " deleted it to write it again, undo it first with %s:"
                                    + " '%s' is still there."
                                    + " Otherwise restore it from version control.")
                            .formatted(
                                    entry,
                                    file(entry.script()),
                                    downgradeBelow(entry),
                                    MigrationFolder.shown(entry.down().get())));
        }
        throw new MigrationRefused(
                reason,
                ("The database has run migration %s, and there is no file '%s'%s If you deleted"
                                + " it here, restore it from version control, call %s, then delete"
                                + " it.")
                        .formatted(
                                entry,
                                file(entry.script()),
                                reason == Reason.AHEAD
                                        ? ": the database is ahead of the files. If someone else"
                                                + " wrote it, get their files (git pull)."
                                        : ".",
                                downgradeBelow(entry)));
    }

    /** Returns the call that undoes this migration and all later ones. */
    private String downgradeBelow(HistoryEntry entry) {
        List<HistoryEntry> applied = history.applied();
        int place = applied.indexOf(entry);
        if (place == applied.size() - 1) {
            return "downgrade()";
        }
        return "downgrade(\"" + (place == 0 ? "base" : applied.get(place - 1).version()) + "\")";
    }

    private void outOfOrder(HistoryEntry entry) {
        throw new MigrationRefused(
                Reason.OUT_OF_ORDER,
                ("'%s' was added after version %s had run, for example by a merge. It needs a"
                                + " later version: db.migrations().renumber(\"%s\"), then"
                                + " upgrade().")
                        .formatted(
                                file(entry.script()),
                                history.current().orElseThrow().version(),
                                entry.script()));
    }

    private String file(String script) {
        return MigrationFolder.shown(folder.path().resolve(Path.of(script)));
    }
}
