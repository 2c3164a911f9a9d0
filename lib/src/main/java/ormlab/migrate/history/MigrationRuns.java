package ormlab.migrate.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.FlywayExecutor;
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
 * <p>Thread-safe. When two processes run at once, the later one waits.
 */
public final class MigrationRuns {
    private final FlywaySetup setup;
    private final MigrationFolder folder;
    private final Failures failures;

    /**
     * Creates the runs of a folder in a database.
     *
     * @param javaMigrations migrations in Java, in addition to those in files
     * @param words describes a driver's error and the statement that it rejected
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
     * Reads the files and the database's history, sound or not.
     *
     * @throws MigrationRefused when the files make no sense together
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
     * Checks that a history fits the files, and returns it.
     *
     * @throws MigrationRefused when a file was edited, is missing or came in late
     */
    public History requireSound(History history) {
        new HistoryRules(history, folder).check();
        return history;
    }

    /** Reads files and history, as {@link #history()} does, within somebody else's transaction. */
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
     * Runs what has not run yet, all of it or nothing.
     *
     * @param target {@code head}, a version, or a number of steps such as {@code +1}
     * @throws MigrationRefused when the history does not fit the files, or the target is unknown
     * @throws MigrationFailed when a statement was rejected
     */
    public Run upgrade(String target) {
        History before = requireSound(history());
        int here = before.applied().size();
        int goal = new Targets(before).find(target);
        if (goal < here) {
            throw new MigrationRefused(
                    Reason.UNKNOWN_TARGET,
                    "'%s' lies behind the database, which is at %s. downgrade(\"%s\") goes back."
                            .formatted(target, Position.in(before), target));
        }
        if (goal == here) {
            return new Run(Run.Kind.UPGRADE, List.of(), Position.in(before));
        }
        List<HistoryEntry> pending = before.entries().subList(here, goal);
        if (before.applied().isEmpty()) {
            beginHistory(pending);
        }
        return migrated(Run.Kind.UPGRADE, setup.up(), before, goal, "upgrade()");
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
        List<MigrateOutput> done;
        try {
            done = migrate(configuration);
        } catch (FlywayException | OrmlabException failed) {
            throw failures.explained(failed, command, before);
        }
        List<Run.Step> steps = new ArrayList<>();
        String from = version(before.current());
        for (MigrateOutput each : done) {
            steps.add(new Run.Step(from, each.version, each.description));
            from = each.version;
        }
        return new Run(kind, steps, Position.in(history()));
    }

    private static List<MigrateOutput> migrate(FluentConfiguration configuration) {
        try {
            return new Flyway(configuration).migrate().migrations;
        } catch (FlywayException failed) {
            if (!Failures.isMixed(failed)) {
                throw failed;
            }
            // Such as "create index concurrently", which PostgreSQL runs in no transaction.
            return new Flyway(configuration.group(false)).migrate().migrations;
        }
    }

    private static String version(Optional<HistoryEntry> entry) {
        return entry.map(each -> each.version().toString()).orElse(History.BASE);
    }

    /**
     * Creates Flyway's table where other tables exist already, which Flyway does not do on its own;
     * refuses if the migrations would create tables that exist.
     */
    private void beginHistory(List<HistoryEntry> pending) {
        Set<String> present = present();
        List<String> clash =
                MigrationFiles.in(folder).all().stream()
                        .filter(file -> isAmong(file, pending))
                        .flatMap(file -> ScriptText.createdTables(folder.read(file.up())).stream())
                        .filter(present::contains)
                        .distinct()
                        .toList();
        if (!clash.isEmpty()) {
            // Another process may have made them since the history was read: both come together.
            if (!history().applied().isEmpty()) {
                return;
            }
            throw new TablesWithoutHistory(clash);
        }
        if (!present.isEmpty()) {
            new FlywayExecutor(setup.up())
                    .execute(
                            (resolver, history, database, schema, schemas, events, interceptor) -> {
                                history.create(false);
                                return null;
                            },
                            false,
                            null);
        }
    }

    private static boolean isAmong(MigrationFile file, List<HistoryEntry> entries) {
        return entries.stream().anyMatch(entry -> entry.version().equals(file.version()));
    }

    private Set<String> present() {
        try (Connection connection = setup.connections().getConnection()) {
            return Tables.in(connection);
        } catch (SQLException failed) {
            throw failures.unreadable(failed);
        }
    }

    /** Prints what {@link #upgrade} would run. */
    String printedUpgrade(String target) {
        History before = requireSound(history());
        int here = before.applied().size();
        int goal = new Targets(before).find(target);
        Printer printer = new Printer(setup);
        if (before.applied().isEmpty()) {
            printer.beginHistory();
        }
        for (HistoryEntry entry : before.entries().subList(Math.min(here, goal), goal)) {
            printer.up(entry, upText(entry));
        }
        return printer.text();
    }

    /** Prints what {@link #downgrade} would run. */
    String printedDowngrade(String target) {
        List<HistoryEntry> entries = toUndo(history(), target);
        entries.forEach(this::requireWayDown);
        Printer printer = new Printer(setup);
        entries.forEach(entry -> printer.down(entry, downText(entry)));
        return printer.text();
    }

    /**
     * Undoes migrations, all of them or none.
     *
     * @param target {@code base}, the version that should be the newest, or a number of steps such
     *     as {@code -1}
     * @throws MigrationRefused when a migration has no downgrade, or the target is unknown
     * @throws MigrationFailed when a statement was rejected
     */
    public Run downgrade(String target) {
        MigrationFiles files = MigrationFiles.in(folder).check();
        History before = history(files);
        List<HistoryEntry> entries = toUndo(before, target);
        entries.forEach(this::requireWayDown);
        return undone(Run.Kind.DOWNGRADE, entries, before);
    }

    private static List<HistoryEntry> toUndo(History before, String target) {
        List<HistoryEntry> applied = before.applied();
        int goal = new Targets(new History(applied)).find(target);
        List<HistoryEntry> entries = new ArrayList<>(applied.subList(goal, applied.size()));
        Collections.reverse(entries);
        return entries;
    }

    private void requireWayDown(HistoryEntry entry) {
        if (entry.state() == HistoryEntry.State.BASELINE) {
            throw new MigrationRefused(
                    Reason.BELOW_BASE,
                    ("Migration %s is the baseline: the database was like this when its history"
                                    + " began, and nothing leads further back.")
                            .formatted(entry));
        }
        if (setup.reversible(entry.version()) != null && entry.down().isEmpty()) {
            return;
        }
        String name = "U" + entry.version() + "__…sql";
        if (entry.script().endsWith(".sql")) {
            name = "U" + entry.script().substring(entry.script().lastIndexOf('V') + 1);
        }
        if (entry.down().isEmpty()) {
            throw new MigrationRefused(
                    Reason.NO_WAY_DOWN,
                    ("Migration %s has no way back: there is no '%s/%s'. Write one with the"
                                    + " statements that take it back%s Nothing was changed.")
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
                    ("'%s' has no statement in it, so it would not take back migration %s. Write"
                                    + " the statements into it; where there is really nothing to take back, write:"
                                    + " select 1;")
                            .formatted(MigrationFolder.shown(down), entry));
        }
    }

    private boolean isEmpty(HistoryEntry entry) {
        Path up = folder.path().resolve(entry.script());
        return Files.exists(up) && ScriptText.isEmpty(folder.read(up));
    }

    private Run undone(Run.Kind kind, List<HistoryEntry> entries, History before) {
        List<HistoryEntry> done;
        try {
            done =
                    entries.isEmpty()
                            ? List.of()
                            : new Downgrade(setup, kind == Run.Kind.DOWNGRADE).run(entries);
        } catch (FlywayException | OrmlabException failed) {
            throw failures.explained(failed, "downgrade()", before);
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
        return new Run(kind, steps, Position.in(history()));
    }

    /**
     * Marks the database as being at a version, without running anything.
     *
     * @param target {@code head}, {@code base}, a version, or a number of steps
     * @throws MigrationRefused when the history does not fit the files, or the target is unknown
     */
    public Run stamp(String target) {
        History before = history();
        int here = before.applied().size();
        int goal = new Targets(before).find(target);
        if (goal <= here) {
            return undone(Run.Kind.STAMP, toUndo(before, target), before);
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
     * Returns the tables, sequences and types created by migrations that have run, in lower case,
     * with their schema if it was named.
     */
    public Set<String> knownObjects(History history) {
        Set<String> names = new LinkedHashSet<>();
        for (MigrationFile file : MigrationFiles.in(folder).all()) {
            if (isAmong(file, history.applied())) {
                names.addAll(ScriptText.knownObjects(folder.read(file.up())));
            }
        }
        return names;
    }

    /**
     * Finds a migration.
     *
     * @param version {@code head}, or a version
     * @throws MigrationRefused when there is none
     */
    public HistoryEntry find(String version) {
        History history = history();
        int place = new Targets(history).find(version);
        if (place == 0) {
            throw new MigrationRefused(
                    Reason.UNKNOWN_TARGET,
                    "There is no migration at the beginning. Name one of %s."
                            .formatted(history.versions()));
        }
        return history.entries().get(place - 1);
    }

    /** Returns the SQL of the upgrade; a comment for a Java migration. */
    public String upText(HistoryEntry entry) {
        Path file = folder.path().resolve(entry.script());
        return Files.isRegularFile(file) ? folder.read(file) : inJava(entry);
    }

    /** Returns the SQL of the downgrade; a comment when there is none. */
    public String downText(HistoryEntry entry) {
        return entry.down()
                .map(folder::read)
                .orElseGet(
                        () ->
                                setup.reversible(entry.version()) != null
                                        ? inJava(entry)
                                        : "-- There is no way back.");
    }

    private static String inJava(HistoryEntry entry) {
        return entry.script().endsWith(".sql")
                ? "-- The file " + entry.script() + " is gone."
                : "-- In Java: " + entry.script();
    }

    /** Returns the newest migration that has run. */
    public Position current() {
        return Position.in(history());
    }
}
