package ormlab.migrate.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** Returns the SQL of the downgrade; a comment when there is none. */
    public String down(HistoryEntry entry) {
        if (entry.down().isPresent()) {
            return folder.read(entry.down().get());
        }
        return setup.reversible(entry.version()).isPresent()
                ? inJava(entry)
                : "-- There is no way back.";
    }

    private static String inJava(HistoryEntry entry) {
        return entry.script().endsWith(".sql")
                ? "-- The file " + entry.script() + " is gone."
                : "-- In Java: " + entry.script();
    }

    /**
     * Returns the tables, sequences and types created by migrations that have run, in lower case,
     * with their schema if it was named.
     */
    public Set<String> knownObjects(History history) {
        return named(history.applied(), ScriptText::knownObjects);
    }

    Set<String> createdTables(List<HistoryEntry> entries) {
        return named(entries, ScriptText::createdTables);
    }

    private Set<String> named(List<HistoryEntry> entries, Function<String, Set<String>> names) {
        var versions = entries.stream().map(HistoryEntry::version).collect(Collectors.toSet());
        return MigrationFiles.in(folder).all().stream()
                .filter(file -> versions.contains(file.version()))
                .flatMap(file -> names.apply(folder.read(file.up())).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
