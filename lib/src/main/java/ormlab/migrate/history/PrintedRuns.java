package ormlab.migrate.history;

/** Prints what runs would do instead of running it, for whoever may not run it themselves. */
public final class PrintedRuns {
    private final MigrationRuns runs;

    /**
     * Prints what these runs would do.
     *
     * @param runs the runs
     */
    public PrintedRuns(MigrationRuns runs) {
        this.runs = runs;
    }

    /**
     * Prints all migrations that have not run yet.
     *
     * @return one transaction of SQL, with the rows of Flyway's history
     */
    public PrintedSql upgrade() {
        return upgrade("head");
    }

    /**
     * Prints the migrations up to one of them.
     *
     * @param target {@code head}, a version, or a number of steps such as {@code +1}
     * @return one transaction of SQL, with the rows of Flyway's history
     */
    public PrintedSql upgrade(String target) {
        return new PrintedSql(runs.printedUpgrade(target));
    }

    /**
     * Prints the way back of the newest migration.
     *
     * @return one transaction of SQL, with the rows of Flyway's history
     */
    public PrintedSql downgrade() {
        return downgrade("-1");
    }

    /**
     * Prints the way back.
     *
     * @param target {@code base}, a version, or a number of steps such as {@code -2}
     * @return one transaction of SQL, with the rows of Flyway's history
     */
    public PrintedSql downgrade(String target) {
        return new PrintedSql(runs.printedDowngrade(target));
    }
}
