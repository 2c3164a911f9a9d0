package ormlab.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import ormlab.error.OrmlabException;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.compare.TableRules;
import ormlab.migrate.history.History;
import ormlab.migrate.history.HistoryEntry;
import ormlab.migrate.history.MigrationFile;
import ormlab.migrate.history.MigrationFiles;
import ormlab.migrate.history.MigrationFolder;
import ormlab.migrate.history.MigrationRefused;
import ormlab.migrate.history.MigrationRefused.Reason;
import ormlab.migrate.history.MigrationRuns;
import ormlab.migrate.internal.engine.MigrationEngine;
import ormlab.migrate.script.MigrationScript;
import ormlab.schema.Schema;

/** Compares the models with the database and writes the migration that turns one into the other. */
final class Autogenerate {
    /** An arbitrary number that no other program should use. */
    private static final long LOCK = 0x6f726d6c6162L;

    private final MigratedDatabase database;
    private final MigrationFolder folder;
    private final MigrationRuns runs;
    private final TableRules rules;
    private final MigrationEngine engine;

    Autogenerate(
            MigratedDatabase database,
            MigrationFolder folder,
            MigrationRuns runs,
            List<String> ignored) {
        this.database = database;
        this.folder = folder;
        this.runs = runs;
        this.engine = MigrationEngine.of(database.connections().engine());
        this.rules = TableRules.all().ignoring(ignored.toArray(String[]::new));
    }

    /** Runs work that only reads the database, while no other process writes. */
    private <R> R looking(MigrationEngine.Work<R> work) {
        try (Connection connection = database.connections().schemaConnections().getConnection()) {
            try {
                engine.lock(connection);
                return work.on(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new OrmlabException(
                    "The database could not be compared: " + database.words().apply(failed, ""),
                    failed);
        }
    }

    NewMigration write(String message, Decisions decisions) {
        Schema model = model();
        return looking(connection -> write(connection, model, message, decisions));
    }

    private Schema model() {
        return database.mapping()
                .get()
                .map(mapping -> mapping.schema())
                .filter(schema -> !schema.tables().isEmpty())
                .orElseThrow(
                        () ->
                                new MigrationRefused(
                                        Reason.NO_MODELS,
                                        "No models are registered, so there is nothing to compare"
                                                + " the database with. Register them first:"
                                                + " db.models(User.class, …)."));
    }

    private NewMigration write(
            Connection connection, Schema model, String message, Decisions decisions)
            throws SQLException {
        History history = sound(connection);
        requireUpToDate(history);
        MigrationFiles files = MigrationFiles.in(folder);
        files.checkFree(files.next(runs.javaVersions()));
        SchemaDiff diff = diff(connection, model, history, decisions);
        if (diff.isEmpty()) {
            if (history.entries().isEmpty()) {
                throw madeByCreateAll(diff);
            }
            return new NewMigration(diff, new MigrationScript("", ""), Optional.empty(), List.of());
        }
        List<String> warnings = history.entries().isEmpty() ? firstOnlyAlters(diff) : List.of();
        MigrationScript script = engine.write(connection, diff, decisions);
        if (!diff.renames().isEmpty()) {
            refuseRepeated(history, script);
        }
        return written(diff, script, files, message, warnings);
    }

    /**
     * Refuses to exchange names twice: an exchange can be run again, and the schema does not show
     * that it was run.
     */
    private void refuseRepeated(History history, MigrationScript script) {
        List<HistoryEntry> applied = history.applied();
        if (!applied.isEmpty()) {
            HistoryEntry newest = applied.get(applied.size() - 1);
            if (runs.texts().up(newest).strip().endsWith(script.upgrade().strip())) {
                throw new MigrationRefused(
                        Reason.EXCHANGED_ALREADY,
                        ("'%s' has exchanged these names already; the same statements again would"
                                        + " exchange them back. To undo the exchange, call downgrade().")
                                .formatted(newest.script()));
            }
        }
    }

    /** Returns a warning if tables exist that no migration creates. */
    private static List<String> firstOnlyAlters(SchemaDiff diff) {
        String tables =
                diff.model().tables().stream()
                        .filter(table -> diff.found().table(table.name()).isPresent())
                        .map(table -> table.name().toString())
                        .collect(Collectors.joining(", "));
        return tables.isEmpty()
                ? List.of()
                : List.of(
                        ("No migration creates %s, which the database has already, so an empty"
                                        + " database cannot be upgraded with these files. To have a first"
                                        + " migration that creates all tables, delete these"
                                        + " files, register"
                                        + " the classes that match the tables, call"
                                        + " db.migrations().adopt(\"initial migration\"), then"
                                        + " migrate() with the"
                                        + " changed classes.")
                                .formatted(tables));
    }

    private History sound(Connection connection) throws SQLException {
        History history = runs.requireSound(runs.history(connection));
        runs.texts().refuseExistingTables(connection, history);
        return history;
    }

    private NewMigration written(
            SchemaDiff diff,
            MigrationScript script,
            MigrationFiles files,
            String message,
            List<String> warnings) {
        MigrationVersion version = files.next(runs.javaVersions());
        MigrationFile written = files.add(version, message, script.upgrade(), script.downgrade());
        return new NewMigration(diff, script, Optional.of(written), warnings);
    }

    private SchemaDiff diff(
            Connection connection, Schema model, History history, Decisions decisions)
            throws SQLException {
        TableRules known =
                rules.knowing(runs.texts().knownObjects(history))
                        .knowingScripts(runs.texts().applied(history));
        return engine.compare(connection, model, known, decisions);
    }

    private static void requireUpToDate(History history) {
        List<HistoryEntry> pending = history.pending();
        if (!pending.isEmpty()) {
            String names =
                    pending.stream().map(HistoryEntry::script).collect(Collectors.joining(", "));
            throw new MigrationRefused(
                    Reason.NOT_UP_TO_DATE,
                    ("The database is not up to date: %s%s not run yet. Call upgrade() first,"
                                    + " because the models are compared with the database as it is; or delete the"
                                    + " file, and the U… next to it, to write it again.")
                            .formatted(names, pending.size() == 1 ? " has" : " have"));
        }
    }

    private static MigrationRefused madeByCreateAll(SchemaDiff diff) {
        String tables =
                diff.model().tables().stream()
                        .map(table -> table.name().toString())
                        .collect(Collectors.joining(", "));
        return new MigrationRefused(
                Reason.TABLES_WITHOUT_HISTORY,
                ("No difference: the database has %s already, created by createAll(), and no"
                                + " migration created them. To start over without them and their"
                                + " rows:"
                                + " db.dropAll(), then migrate() and upgrade(). To keep them, write"
                                + " the migration that would have created them, and mark it as run:"
                                + " db.migrations().adopt(\"initial migration\").")
                        .formatted(tables));
    }

    /** Compares with an empty database, so that the first migration creates all tables. */
    NewMigration adopt(String message) {
        Schema model = model();
        return looking(
                connection -> {
                    History history = sound(connection);
                    if (!history.entries().isEmpty()) {
                        throw new MigrationRefused(
                                Reason.INITIALISED_ALREADY,
                                ("There are migrations already, so the tables do not need a first"
                                                + " one: %s. Continue with migrate(\"what"
                                                + " changes\").")
                                        .formatted(history.versions()));
                    }
                    SchemaDiff now = diff(connection, model, history, Decisions.none());
                    if (!now.isEmpty()) {
                        throw new MigrationRefused(
                                Reason.TABLES_WITHOUT_HISTORY,
                                "The models do not match the database, so it cannot be adopted:"
                                        + "\n"
                                        + now
                                        + "\nRegister models that match it, adopt it,"
                                        + " then change them and call migrate(\"what changes\").");
                    }
                    return engine.onEmptyDatabase(
                            connection, empty -> fromNothing(empty, model, message));
                });
    }

    private NewMigration fromNothing(Connection connection, Schema model, String message)
            throws SQLException {
        SchemaDiff diff = engine.compare(connection, model, rules, Decisions.none());
        MigrationScript script = engine.write(connection, diff, Decisions.none());
        return written(diff, script, MigrationFiles.in(folder), message, List.of());
    }

    Check check() {
        Schema model = model();
        return looking(
                connection -> {
                    try {
                        return check(connection, model, sound(connection));
                    } catch (MigrationRefused problem) {
                        return new Check(
                                Optional.ofNullable(problem.getMessage()),
                                List.of(),
                                List.of(),
                                Optional.empty());
                    }
                });
    }

    private Check check(Connection connection, Schema model, History history) throws SQLException {
        List<HistoryEntry> pending = history.pending();
        return new Check(
                Optional.empty(),
                pending,
                history.repeatables(),
                pending.isEmpty()
                        ? Optional.of(diff(connection, model, history, Decisions.none()))
                        : Optional.empty());
    }
}
