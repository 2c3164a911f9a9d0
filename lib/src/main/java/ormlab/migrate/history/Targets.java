package ormlab.migrate.history;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import ormlab.error.Suggestion;
import ormlab.migrate.history.MigrationRefused.Reason;

/** Resolves a target to a number of migrations, counted from the start of a history. */
final class Targets {
    private static final Pattern STEPS = Pattern.compile("[+-]\\d{1,6}");
    private static final Pattern VERSION = Pattern.compile("\\d+([._]\\d+)*");

    private final History history;
    private final int here;

    Targets(History history) {
        this.history = history;
        this.here = history.applied().size();
    }

    /** Returns how many migrations have run when the target is reached. */
    int find(String target) {
        String wanted = target.strip();
        if (wanted.equals("head")) {
            return history.entries().size();
        }
        if (wanted.equals("base")) {
            return 0;
        }
        if (STEPS.matcher(wanted).matches()) {
            return steps(Integer.parseInt(wanted));
        }
        return version(wanted)
                .flatMap(history::find)
                .map(entry -> history.entries().indexOf(entry) + 1)
                .orElseThrow(() -> unknown(wanted));
    }

    static Optional<MigrationVersion> version(String text) {
        return VERSION.matcher(text).matches()
                ? Optional.of(MigrationVersion.fromVersion(text.replace('_', '.')))
                : Optional.empty();
    }

    private int steps(int steps) {
        int goal = here + steps;
        if (goal < 0) {
            throw new MigrationRefused(
                    Reason.BELOW_BASE,
                    here == 0
                            ? "No migration has run in this database, so there is none to undo."
                                    + ""
                            : ("Of %s to undo, only %s have run. To undo all of them, call"
                                            + " downgrade(\"base\").")
                                    .formatted(count(-steps), count(here)));
        }
        if (goal > history.entries().size()) {
            throw new MigrationRefused(
                    Reason.UNKNOWN_TARGET,
                    "Of %s to run, only %s are left. To run all of them, call upgrade()."
                            .formatted(count(steps), count(history.entries().size() - here)));
        }
        return goal;
    }

    private static String count(int migrations) {
        return migrations == 1 ? "1 migration" : migrations + " migrations";
    }

    private MigrationRefused unknown(String wanted) {
        List<String> known = history.versions();
        return new MigrationRefused(
                Reason.UNKNOWN_TARGET,
                "There is no migration '%s'. %s"
                        .formatted(
                                wanted,
                                known.isEmpty()
                                        ? "None has been written yet: migrate(\"what changes\")."
                                        : "There are %s, and head, base, +1, -1.%s"
                                                .formatted(
                                                        String.join(", ", known),
                                                        Suggestion.question(
                                                                wanted, List.of("head", "base")))));
    }
}
