package ormlab.migrate.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ormlab.migrate.history.MigrationRefused.Reason;

/** The SQL of the migrations in a folder. */
public final class MigrationTexts {
    private final FlywaySetup setup;
    private final MigrationFolder folder;

    MigrationTexts(FlywaySetup setup, MigrationFolder folder) {
        this.setup = setup;
        this.folder = folder;
    }

    /** Returns the SQL of the upgrade; a comment for a Java migration. */
    public String up(HistoryEntry entry) {
        Path file = folder.path().resolve(entry.script());
        return Files.isRegularFile(file) ? folder.read(file) : inJava(entry);
    }

    /** Returns the text of a file of the folder. */
    String read(String script) {
        return folder.read(folder.path().resolve(script));
    }

    /** Returns the SQL of the downgrade; a comment if there is none. */
    public String down(HistoryEntry entry) {
        if (entry.down().isPresent()) {
            return folder.read(entry.down().get());
        }
        return setup.reversible(entry.version()).isPresent()
                ? inJava(entry)
                : "-- This cannot be undone.";
    }

    private static String inJava(HistoryEntry entry) {
        return entry.script().endsWith(".sql")
                ? "-- The file " + entry.script() + " is gone."
                : "-- In Java: " + entry.script();
    }

    /**
     * Returns the tables, sequences and types that applied migrations created, and the indexes that
     * models asked for, in lower case, with a schema if the script names one.
     */
    public Set<String> knownObjects(History history) {
        return named(history.applied(), ScriptText::knownObjects);
    }

    /** Returns the SQL of the migrations that have run. */
    public List<String> applied(History history) {
        return texts(history.applied()).toList();
    }

    /** Refuses to run migrations whose script begins or ends a transaction. */
    void refuseTransactions(Stream<String> scripts, String command) {
        scripts.map(folder.path()::resolve)
                .filter(Files::isRegularFile)
                .forEach(file -> refuseTransactions(file, command));
    }

    /**
     * Refuses to run a file that begins or ends a transaction, unless it is configured to run
     * without one.
     */
    void refuseTransactions(Path file, String command) {
        List<String> found = TransactionStatements.in(folder.read(file), setup.source().engine());
        if (!found.isEmpty() && !folder.isWithoutTransaction(file)) {
            throw new MigrationRefused(
                    Reason.TRANSACTION_IN_FILE,
                    ("'%s' controls the transaction itself: %s. Nothing was run, because %s already"
                                    + " runs the file in a transaction, so that a failure leaves nothing behind."
                                    + " Delete these statements (a dump may begin and end with them), then call"
                                    + " %3$s again.")
                            .formatted(
                                    MigrationFolder.shown(file),
                                    String.join(", ", found),
                                    command));
        }
    }

    /**
     * Refuses migrations that would create a table that already exists, in a database without a
     * history.
     *
     * @throws TablesWithoutHistory if there is such a table
     */
    public void refuseExistingTables(Connection connection, History history) throws SQLException {
        if (history.applied().isEmpty() && !history.pending().isEmpty()) {
            Set<String> clash = createdTables(history.pending());
            clash.retainAll(HistoryTable.otherTables(connection));
            if (!clash.isEmpty()) {
                throw new TablesWithoutHistory(List.copyOf(clash));
            }
        }
    }

    Set<String> createdTables(List<HistoryEntry> entries) {
        return named(entries, ScriptText::createdTables);
    }

    private Set<String> named(List<HistoryEntry> entries, Function<String, Set<String>> names) {
        return texts(entries)
                .flatMap(text -> names.apply(text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<String> texts(List<HistoryEntry> entries) {
        var versions = entries.stream().map(HistoryEntry::version).collect(Collectors.toSet());
        return MigrationFiles.in(folder).all().stream()
                .filter(file -> versions.contains(file.version()))
                .map(file -> folder.read(file.up()));
    }
}
