package ormlab.migrate.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.output.MigrateOutput;
import ormlab.config.ConnectionSource;
import ormlab.error.OrmlabException;
import ormlab.migrate.history.MigrationRefused.Reason;

/**
 * Runs the migrations of a folder in a database, with Flyway.
 *
 * <p>Thread-safe. If two processes run at once, the later one waits.
 */
public final class MigrationRuns {
    private final FlywaySetup setup;
    private final MigrationFolder folder;
    private final Failures failures;

    /**
     * Creates an instance for a folder and a database.
     *
     * @param javaMigrations migrations in Java, in addition to those in files
     * @param words returns the message for a driver's error and the statement that it rejected
     */
    public MigrationRuns(
            ConnectionSource source,
            MigrationFolder folder,
            List<JavaMigration> javaMigrations,
            BiFunction<SQLException, String, String> words) {
        this.setup = new FlywaySetup(source, folder, javaMigrations);
        this.folder = folder;
        this.failures = new Failures(words, folder);
    }

    /** Returns a new Flyway, configured for this folder and this database. */
    public Flyway flyway() {
        return new Flyway(setup.up());
    }

    /**
     * Reads the files and the database's history, even if they do not match.
     *
     * @throws MigrationRefused if the files are inconsistent
     */
    public History history() {
        return history(MigrationFiles.in(folder).check());
    }

    private History history(MigrationFiles files) {
        try {
            return HistoryReader.read(flyway().info().all(), files);
        } catch (FlywayException failed) {
            throw failures.unreadable(failed);
        }
    }

    /**
     * Checks that a history matches the files, and returns it.
     *
     * @throws MigrationRefused if a file was edited, is missing or came too late
     */
    public History requireSound(History history) {
        new HistoryRules(history, folder).check();
        return history;
    }

    /** Reads files and history, as {@link #history()} does, within the caller's transaction. */
    public History history(Connection connection) {
        MigrationFiles files = MigrationFiles.in(folder).check();
        try {
            return HistoryReader.read(new Flyway(setup.on(connection)).info().all(), files);
        } catch (FlywayException failed) {
            throw failures.unreadable(failed);
        }
    }

    /** Returns the versions of Java migrations, which files cannot use. */
    public List<MigrationVersion> javaVersions() {
        return setup.javaVersions();
    }

    /**
     * Runs the pending migrations, all or none.
     *
     * @param target {@code head}, a version, or a number of steps such as {@code +1}
     * @throws MigrationRefused if the history does not match the files, or the target is unknown
     * @throws MigrationFailed if a statement was rejected
     */
    public Run upgrade(String target) {
        History before = requireSound(history());
        int here = before.applied().size();
        int goal = new Targets(before).find(target);
        if (goal < here) {
            throw new MigrationRefused(
                    Reason.UNKNOWN_TARGET,
                    ("'%s' is before the version of the database, %s. To go back, call"
                                    + " downgrade(\"%s\").")
                            .formatted(target, Position.in(before), target));
        }
        if (isDone(before, here, goal)) {
            return new Run(Run.Kind.UPGRADE, List.of(), Position.in(before), List.of());
        }
        List<HistoryEntry> pending = before.entries().subList(here, goal);
        refuseTransactions(before, pending);
        if (before.applied().isEmpty()) {
            beginHistory(pending);
        }
        return migrated(Run.Kind.UPGRADE, setup.up(), before, goal, "upgrade()");
    }

    private void beginHistory(List<HistoryEntry> pending) {
        try {
            HistoryTable.begin(
                    setup, texts().createdTables(pending), () -> !history().applied().isEmpty());
        } catch (SQLException failed) {
            throw failures.unreadable(failed);
        }
    }

    /** Refuses to run scripts that begin or end a transaction. */
    void refuseTransactions(History before, List<HistoryEntry> pending) {
        texts().refuseTransactions(
                        Stream.concat(
                                pending.stream().map(HistoryEntry::script),
                                before.repeatables().stream()),
                        "upgrade()");
    }

    /**
     * Returns whether there is nothing to do. Flyway runs changed repeatable migrations after the
     * last versioned one.
     */
    private static boolean isDone(History before, int here, int goal) {
        return here == goal && (goal < before.entries().size() || before.repeatables().isEmpty());
    }

    private Run migrated(
            Run.Kind kind,
            FluentConfiguration configuration,
            History before,
            int goal,
            String command) {
        if (goal < before.entries().size()) {
            configuration.target(before.entries().get(goal - 1).version());
        }
        ForeignKeyCheck foreignKeys = new ForeignKeyCheck(setup.engine());
        configuration.callbacks(foreignKeys);
        List<MigrateOutput> done;
        try {
            done = migrate(configuration);
        } catch (FlywayException | OrmlabException failed) {
            throw failures.explained(failed, command, before, this::history);
        }
        List<Run.Step> steps = new ArrayList<>();
        String from = version(before.current());
        for (MigrateOutput each : done) {
            String to = each.version.isEmpty() ? from : each.version;
            steps.add(new Run.Step(from, to, each.description));
            from = to;
        }
        return new Run(kind, steps, Position.in(history()), foreignKeys.warnings());
    }

    private static List<MigrateOutput> migrate(FluentConfiguration configuration) {
        try {
            return new Flyway(configuration).migrate().migrations;
        } catch (FlywayException failed) {
            if (!Failures.isMixed(failed)) {
                throw failed;
            }
            // Some statements, such as "create index concurrently", cannot run in a transaction on
            // PostgreSQL.
            return new Flyway(configuration.group(false)).migrate().migrations;
        }
    }

    private static String version(Optional<HistoryEntry> entry) {
        return entry.map(each -> each.version().toString()).orElse(History.BASE);
    }

    /**
     * Undoes migrations, all of them or none.
     *
     * @param target {@code base}, the version that should be the newest afterwards, or a number of
     *     steps such as {@code -1}
     * @throws MigrationRefused if a migration has no downgrade, or the target is unknown
     * @throws MigrationFailed if a statement was rejected
     */
    public Run downgrade(String target) {
        MigrationFiles files = MigrationFiles.in(folder).check();
        History before = history(files);
        return undone(Run.Kind.DOWNGRADE, toUndo(before, target), before);
    }

    /** Returns the migrations down to a target, newest first; each has a downgrade. */
    List<HistoryEntry> toUndo(History before, String target) {
        List<HistoryEntry> entries = DowngradeRules.toUndo(before, target);
        entries.forEach(new DowngradeRules(setup, folder)::check);
        entries.forEach(
                entry ->
                        entry.down()
                                .ifPresent(
                                        file -> texts().refuseTransactions(file, "downgrade()")));
        return entries;
    }

    private Run undone(Run.Kind kind, List<HistoryEntry> entries, History before) {
        Downgrade downgrade = new Downgrade(setup, kind == Run.Kind.DOWNGRADE);
        List<HistoryEntry> done;
        try {
            done = entries.isEmpty() ? List.of() : downgrade.run(entries);
        } catch (FlywayException | OrmlabException failed) {
            throw failures.explained(failed, "downgrade()", before, this::history);
        }
        List<HistoryEntry> applied = before.applied();
        List<Run.Step> steps =
                done.stream()
                        .map(
                                entry -> {
                                    int place = applied.indexOf(entry);
                                    return new Run.Step(
                                            entry.version().toString(),
                                            place == 0
                                                    ? History.BASE
                                                    : applied.get(place - 1).version().toString(),
                                            entry.description());
                                })
                        .toList();
        return new Run(kind, steps, Position.in(history()), downgrade.warnings());
    }

    /**
     * Marks the database as being at a version, without running anything.
     *
     * @param target {@code head}, {@code base}, a version, or a number of steps
     * @throws MigrationRefused if the history does not match the files, or the target is unknown
     */
    public Run stamp(String target) {
        History before = history();
        int here = before.applied().size();
        int goal = new Targets(before).find(target);
        if (goal < here || isDone(before, here, goal)) {
            return undone(Run.Kind.STAMP, DowngradeRules.toUndo(before, target), before);
        }
        requireSound(before);
        return migrated(
                Run.Kind.STAMP,
                setup.up().skipExecutingMigrations(true),
                before,
                goal,
                "stamp(\"" + target + "\")");
    }

    /**
     * Finds a migration.
     *
     * @param version {@code head}, or a version
     * @throws MigrationRefused if there is none
     */
    public HistoryEntry find(String version) {
        History history = history();
        int place = new Targets(history).find(version);
        if (place == 0) {
            throw new MigrationRefused(
                    Reason.UNKNOWN_TARGET,
                    "base is before the first migration. Name one of %s."
                            .formatted(history.versions()));
        }
        return history.entries().get(place - 1);
    }

    /** Returns the SQL of these migrations. */
    public MigrationTexts texts() {
        return new MigrationTexts(setup, folder);
    }

    FlywaySetup setup() {
        return setup;
    }

    /** Returns the newest migration that has run. */
    public Position current() {
        return Position.in(history());
    }
}
