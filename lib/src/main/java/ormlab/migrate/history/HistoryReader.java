package ormlab.migrate.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import ormlab.migrate.history.HistoryEntry.State;

/** Turns what Flyway reports into a history. */
final class HistoryReader {
    private HistoryReader() {}

    static History read(MigrationInfo[] all, MigrationFiles files) {
        TreeMap<MigrationVersion, HistoryEntry> entries = new TreeMap<>();
        for (MigrationInfo info : all) {
            if (info.isVersioned() && info.getType() != CoreMigrationType.DELETE) {
                state(info).ifPresent(state -> put(entries, entry(info, state, files)));
            }
        }
        List<String> repeatables =
                Arrays.stream(all)
                        .filter(info -> info.getVersion() == null)
                        .filter(info -> info.getState() == MigrationState.PENDING)
                        .map(MigrationInfo::getScript)
                        .toList();
        return new History(new ArrayList<>(entries.values()), repeatables);
    }

    /**
     * Keeps one entry for a version: Flyway reports a version that was undone and run again more
     * than once.
     */
    private static void put(TreeMap<MigrationVersion, HistoryEntry> entries, HistoryEntry entry) {
        entries.merge(
                entry.version(), entry, (one, other) -> other.state().isApplied() ? other : one);
    }

    private static HistoryEntry entry(MigrationInfo info, State state, MigrationFiles files) {
        return new HistoryEntry(
                info.getVersion(),
                info.getDescription(),
                state,
                info.getScript(),
                files.down(info.getVersion()));
    }

    private static Optional<State> state(MigrationInfo info) {
        return switch (info.getState()) {
            case SUCCESS, OUT_OF_ORDER, SUPERSEDED, OUTDATED ->
                    Optional.of(isAsApplied(info) ? State.APPLIED : State.EDITED);
            case MISSING_SUCCESS -> Optional.of(State.MISSING);
            case FUTURE_SUCCESS -> Optional.of(State.AHEAD);
            case FAILED, MISSING_FAILED, FUTURE_FAILED -> Optional.of(State.FAILED);
            case PENDING, ABOVE_TARGET, AVAILABLE -> Optional.of(State.PENDING);
            case IGNORED -> Optional.of(State.OUT_OF_ORDER);
            case BASELINE -> Optional.of(State.BASELINE);
            default -> Optional.empty();
        };
    }

    private static boolean isAsApplied(MigrationInfo info) {
        return info.isChecksumMatching() && info.isDescriptionMatching() && info.isTypeMatching();
    }
}
