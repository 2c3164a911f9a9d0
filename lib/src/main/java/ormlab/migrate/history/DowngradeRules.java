package ormlab.migrate.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ormlab.migrate.history.MigrationRefused.Reason;

/** Refuses to undo a migration that has no downgrade, and explains what to do. */
record DowngradeRules(FlywaySetup setup, MigrationFolder folder) {
    /** Returns the migrations down to a target, newest first. */
    static List<HistoryEntry> toUndo(History before, String target) {
        List<HistoryEntry> applied = before.applied();
        int goal = new Targets(new History(applied, List.of())).find(target);
        List<HistoryEntry> entries = new ArrayList<>(applied.subList(goal, applied.size()));
        Collections.reverse(entries);
        return entries;
    }

    void check(HistoryEntry entry) {
        if (entry.state() == HistoryEntry.State.BASELINE) {
            throw new MigrationRefused(
                    Reason.BELOW_BASE,
                    ("Migration %s is the baseline: the database was like this when its history"
                                    + " began, so there is nothing to undo.")
                            .formatted(entry));
        }
        if (setup.reversible(entry.version()).isPresent() && entry.down().isEmpty()) {
            return;
        }
        String name = "U" + entry.version() + "__…sql";
        if (entry.script().endsWith(".sql")) {
            name = "U" + entry.script().substring(entry.script().lastIndexOf('V') + 1);
        }
        if (entry.down().isEmpty()) {
            throw new MigrationRefused(
                    Reason.NO_WAY_DOWN,
                    ("Migration %s cannot be undone: there is no '%s/%s'. Write one with the"
                                    + " statements that undo it%s Nothing was changed.")
                            .formatted(
                                    entry,
                                    folder,
                                    name,
                                    entry.script().endsWith(".sql")
                                            ? "."
                                            : ", or override downgrade(…) in its class."));
        }
        Path down = entry.down().get();
        if (ScriptText.isEmpty(folder.read(down)) && !isEmpty(entry)) {
            throw new MigrationRefused(
                    Reason.NO_WAY_DOWN,
                    ("'%s' contains no statement, so it would not undo migration %s. Write the"
                                    + " statements into it; if there is nothing to undo, write:"
                                    + " select 1;")
                            .formatted(MigrationFolder.shown(down), entry));
        }
    }

    private boolean isEmpty(HistoryEntry entry) {
        Path up = folder.path().resolve(entry.script());
        return Files.exists(up) && ScriptText.isEmpty(folder.read(up));
    }
}
