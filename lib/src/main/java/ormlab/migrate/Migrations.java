package ormlab.migrate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import ormlab.error.OrmlabException;
import ormlab.mapping.Mapping;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.history.History;
import ormlab.migrate.history.HistoryEntry;
import ormlab.migrate.history.MigrationFile;
import ormlab.migrate.history.MigrationFiles;
import ormlab.migrate.history.MigrationFolder;
import ormlab.migrate.history.MigrationRuns;
import ormlab.migrate.history.Position;
import ormlab.migrate.history.PrintedRuns;
import ormlab.migrate.history.Run;

/**
 * Upgrades a database from one version of its models to the next, and downgrades it, with files of
 * plain SQL.
 *
 * <pre>{@code
 * db.migrations().init();
 * db.migrations().migrate("initial migration");
 * db.migrations().upgrade();
 * }</pre>
 *
 * <p>The files and the history in the database have Flyway's format, so Flyway works with them even
 * without this library.
 *
 * <p>Immutable: {@link #with} returns a changed copy. Thread-safe.
 */
public final class Migrations {
    private final MigratedDatabase database;
    private final MigrationFolder folder;
    private final List<JavaMigration> javaMigrations;
    private final List<String> ignored;
    private final MigrationRuns runs;
    private final Autogenerate autogenerate;

    private Migrations(
            MigratedDatabase database,
            MigrationFolder folder,
            List<JavaMigration> javaMigrations,
            List<String> ignored) {
        this.database = database;
        this.folder = folder;
        this.javaMigrations = List.copyOf(javaMigrations);
        this.ignored = List.copyOf(ignored);
        this.runs =
                new MigrationRuns(
                        database.connections(), folder, this.javaMigrations, database.words());
        this.autogenerate = new Autogenerate(database, folder, runs, this.ignored);
    }

    /** Returns the migrations in a folder, which need not exist yet, for a database. */
    public static Migrations of(MigratedDatabase database, Path folder) {
        return new Migrations(database, new MigrationFolder(folder), List.of(), List.of());
    }

    /**
     * Adds migrations in Java, each with its own version: {@link EntityMigration}, or Flyway's own.
     */
    public Migrations with(JavaMigration... migrations) {
        List<JavaMigration> more = new ArrayList<>(javaMigrations);
        for (JavaMigration migration : migrations) {
            if (migration instanceof EntityMigration entities) {
                entities.use(this::sessions);
            }
            more.add(migration);
        }
        return new Migrations(database, folder, more, ignored);
    }

    private SessionFactoryImplementor sessions() {
        return database.mapping()
                .get()
                .map(Mapping::factory)
                .orElseThrow(
                        () ->
                                new OrmlabException(
                                        "A migration works with entities, and no models are"
                                                + " registered. Register them first: db.models"
                                                + "(User.class, …)."));
    }

    /**
     * Ignores tables that other programs own, even if a model has them.
     *
     * @param namePatterns names, ignoring case, with {@code *} for any letters: {@code legacy_*}
     */
    public Migrations ignoring(String... namePatterns) {
        List<String> more = new ArrayList<>(ignored);
        more.addAll(List.of(namePatterns));
        return new Migrations(database, folder, javaMigrations, more);
    }

    /**
     * Creates the folder for the files. Call it once in the life of a project.
     *
     * @throws ormlab.migrate.history.MigrationRefused if it exists, or cannot be created
     */
    public Path init() {
        folder.init();
        return folder.path();
    }

    /**
     * Compares the models with the database and writes the migration that turns one into the other.
     * Writes no files if nothing differs.
     *
     * <p>The database is only read, but a missing SQLite file is created. The message is only a
     * description, so any text will do.
     *
     * @throws ormlab.migrate.history.MigrationRefused if there are pending migrations, or the files
     *     do not match the history
     * @throws ormlab.migrate.script.Undecided if you must decide something first
     */
    public NewMigration migrate(String message) {
        return migrate(message, Decisions.none());
    }

    /** Does the same as {@link #migrate(String)}, without a description. */
    public NewMigration migrate() {
        return migrate("");
    }

    /**
     * Does the same as {@link #migrate(String)}, with your decisions: renames, fills, consent to
     * dropping.
     */
    public NewMigration migrate(String message, Decisions decisions) {
        database.release().accept("comparing");
        return autogenerate.write(message, decisions);
    }

    /**
     * Adopts tables that no migration created, such as those of createAll(): writes the first
     * migration, which would have created them, and marks it as run.
     *
     * @throws ormlab.migrate.history.MigrationRefused if there are migrations already, or the
     *     tables differ from the models
     */
    public NewMigration adopt(String message) {
        database.release().accept("adopting");
        NewMigration first = autogenerate.adopt(message);
        runs.stamp("head");
        return first;
    }

    /** Checks whether models, files and database agree. */
    public Check check() {
        database.release().accept("comparing");
        return autogenerate.check();
    }

    /** Returns the newest migration, up and down. */
    public WrittenSql show() {
        return show("head");
    }

    /**
     * Returns a migration, up and down; for one in Java, only the name of its class.
     *
     * @param version {@code head}, or a version
     */
    public WrittenSql show(String version) {
        HistoryEntry entry = runs.find(version);
        return new WrittenSql(entry.script(), runs.texts().up(entry), runs.texts().down(entry));
    }

    /** Returns the same commands, which print the SQL of a run instead of running it. */
    public PrintedRuns sql() {
        return new PrintedRuns(runs);
    }

    /**
     * Creates an empty migration, for you to fill in.
     *
     * @param message what it is for; any text
     * @throws ormlab.migrate.history.MigrationRefused if the files cannot be written
     */
    public MigrationFile revision(String message) {
        MigrationFiles files = MigrationFiles.in(folder).check();
        return files.add(
                files.next(runs.javaVersions()),
                message,
                "-- Write the SQL of the upgrade.\n",
                "-- Write the SQL of the downgrade.\n");
    }

    /**
     * Runs all pending migrations; if one fails, none of them takes effect.
     *
     * <p>This thread's session is closed first, because the migrations may change what it loaded.
     * Sessions of other threads stay open and see the new tables in their next transaction.
     *
     * @see org.flywaydb.core.Flyway#migrate()
     */
    public Run upgrade() {
        return upgrade("head");
    }

    /**
     * Runs the migrations up to a target.
     *
     * @param target {@code head}, a version, or a number of steps such as {@code +1}
     */
    public Run upgrade(String target) {
        database.release().accept("upgrading");
        return runs.upgrade(target);
    }

    /** Undoes the newest migration. */
    public Run downgrade() {
        return downgrade("-1");
    }

    /**
     * Undoes migrations down to a target; if one fails, none of them is undone.
     *
     * @param target {@code base}, the version that should be the newest afterwards, or a number of
     *     steps such as {@code -2}
     */
    public Run downgrade(String target) {
        database.release().accept("downgrading");
        return runs.downgrade(target);
    }

    /** Returns the newest migration that has run. */
    public Position current() {
        return runs.current();
    }

    /** Returns all migrations, and which of them is the newest that has run. */
    public History history() {
        return runs.history();
    }

    /**
     * Marks the database as being at a version, without running anything.
     *
     * @param target {@code head}, {@code base}, a version, or a number of steps
     */
    public Run stamp(String target) {
        database.release().accept("stamping");
        return runs.stamp(target);
    }

    /**
     * Assigns a migration the next free version, for two people who used the same one.
     *
     * @param fileName the name of its file, such as {@code V2__posts_table.sql}
     */
    public MigrationFile renumber(String fileName) {
        List<MigrationVersion> taken = runs.javaVersions();
        return MigrationFiles.in(folder).renumber(fileName, taken);
    }

    /** Returns Flyway itself, configured for this folder and this database. */
    public Flyway flyway() {
        return runs.flyway();
    }

    @Override
    public String toString() {
        return "<Migrations '" + folder + "' of " + database.connections().url() + ">";
    }
}
