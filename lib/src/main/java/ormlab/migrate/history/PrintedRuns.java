package ormlab.migrate.history;

import java.util.List;

/**
 * Prints what runs would do instead of running them, for people who may not run them themselves.
 * The result is SQL for one transaction that also writes the rows of Flyway's history.
 */
public final class PrintedRuns {
    private final MigrationRuns runs;

    /** Creates an object that prints these runs. */
    public PrintedRuns(MigrationRuns runs) {
        this.runs = runs;
    }

    /** Prints all migrations that have not run yet. */
    public PrintedSql upgrade() {
        return upgrade("head");
    }

    /**
     * Prints the migrations up to a target.
     *
     * @param target {@code head}, a version, or a number of steps such as {@code +1}
     */
    public PrintedSql upgrade(String target) {
        History before = runs.requireSound(runs.history());
        int here = before.applied().size();
        int goal = new Targets(before).find(target);
        List<HistoryEntry> pending = before.entries().subList(Math.min(here, goal), goal);
        runs.refuseTransactions(before, pending);
        Printer printer = new Printer(runs.setup());
        if (before.applied().isEmpty()) {
            printer.beginHistory();
        }
        pending.forEach(entry -> printer.up(entry, runs.texts().up(entry)));
        if (goal == before.entries().size()) {
            before.repeatables()
                    .forEach(script -> printer.repeatable(script, runs.texts().read(script)));
        }
        return new PrintedSql(printer.text());
    }

    /** Prints the downgrade of the newest migration. */
    public PrintedSql downgrade() {
        return downgrade("-1");
    }

    /**
     * Prints the downgrades to a target.
     *
     * @param target {@code base}, a version, or a number of steps such as {@code -2}
     */
    public PrintedSql downgrade(String target) {
        List<HistoryEntry> entries = runs.toUndo(runs.history(), target);
        Printer printer = new Printer(runs.setup());
        entries.forEach(entry -> printer.down(entry, runs.texts().down(entry)));
        return new PrintedSql(printer.text());
    }
}
