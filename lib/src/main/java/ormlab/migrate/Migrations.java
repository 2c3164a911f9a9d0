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
 * Brings a database from one version of its models to the next and back, by files of plain SQL.
 *
 * <pre>{@code
 * db.migrations().init();
 * db.migrations().migrate("initial migration");
 * db.migrations().upgrade();
 * }</pre>
 *
 * <p>The files are Flyway's, and so is the history in the database: Flyway without this library
 * reads and runs the same.
 *
 * <p>A value: {@link #with} gives another one. Thread-safe.
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

    /**
     * Gives the migrations of a database that stand in a folder.
     *
     * @param database the database
     * @param folder the folder, relative to the working folder or absolute; it need not exist yet
     * @return the migrations
     */
    public static Migrations of(MigratedDatabase database, Path folder) {
        return new Migrations(database, new MigrationFolder(folder), List.of(), List.of());
    }

    /**
     * Adds migrations that are written in Java: {@link EntityMigration}, or Flyway's own.
     *
     * @param migrations the migrations, each with a version of its own
     * @return migrations that have these as well
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
                                                + " registered. Name them first:"
                                                + " db.models(User.class, …)."));
    }

    /**
     * Leaves tables alone that belong to somebody else, even if a model has them.
     *
     * @param namePatterns names in any case, with {@code *} for any letters: {@code legacy_*}
     * @return migrations that do not look at these tables
     */
    public Migrations ignoring(String... namePatterns) {
        List<String> more = new ArrayList<>(ignored);
        more.addAll(List.of(namePatterns));
        return new Migrations(database, folder, javaMigrations, more);
    }

    /**
     * Makes the folder for the files; once in the life of a project.
     *
     * @return the folder
     * @throws ormlab.migrate.history.MigrationRefused when it was made before, or cannot be made
     */
    public Path init() {
        folder.init();
        return folder.path();
    }

    /**
     * Compares the models with the database and writes what leads from one to the other.
     *
     * <p>The database is only read; a SQLite file that is missing is created. The message is a
     * description and chooses nothing.
     *
     * @param message what changes; any text
     * @return what was detected, and the files; no files when nothing differs
     * @throws ormlab.migrate.history.MigrationRefused when there are migrations that have not run,
     *     or whose files do not fit the history
     * @throws ormlab.migrate.script.Undecided when a person must decide something first
     */
    public NewMigration migrate(String message) {
        return migrate(message, Decisions.none());
    }

    /**
     * Compares and writes without a description.
     *
     * @return what was detected, and the files
     * @see #migrate(String)
     */
    public NewMigration migrate() {
        return migrate("");
    }

    /**
     * Compares and writes, with what a person decided: renames, fills, consent to dropping.
     *
     * @param message what changes; any text
     * @param decisions what was decided
     * @return what was detected, and the files
     * @see #migrate(String)
     */
    public NewMigration migrate(String message, Decisions decisions) {
        database.release().accept("comparing");
        return autogenerate.write(message, decisions);
    }

    /**
     * Takes over tables that are there without a migration, made by createAll perhaps: writes the
     * first migration, which would have made them, and marks it as run.
     *
     * @param message what it is for; any text
     * @return what the first migration makes, and its files
     * @throws ormlab.migrate.history.MigrationRefused when there are migrations already, or the
     *     tables are not as the models ask for
     */
    public NewMigration adopt(String message) {
        database.release().accept("adopting");
        NewMigration first = autogenerate.adopt(message);
        runs.stamp("head");
        return first;
    }

    /**
     * Looks whether models, files and database agree.
     *
     * @return what does not
     */
    public Check check() {
        database.release().accept("comparing");
        return autogenerate.check();
    }

    /**
     * Shows the newest migration.
     *
     * @return its SQL, up and down
     */
    public WrittenSql show() {
        return show("head");
    }

    /**
     * Shows a migration.
     *
     * @param version {@code head}, or a version
     * @return its SQL, up and down; the name of the class alone for one in Java
     */
    public WrittenSql show(String version) {
        HistoryEntry entry = runs.find(version);
        return new WrittenSql(entry.script(), runs.upText(entry), runs.downText(entry));
    }

    /**
     * Prints what a run would do, and runs nothing.
     *
     * @return the same verbs, which give SQL
     */
    public PrintedRuns sql() {
        return new PrintedRuns(runs);
    }

    /**
     * Makes an empty migration, to be filled by hand.
     *
     * @param message what it is for; any text
     * @return the files
     * @throws ormlab.migrate.history.MigrationRefused when they cannot be written
     */
    public MigrationFile revision(String message) {
        MigrationFiles files = MigrationFiles.in(folder).check();
        return files.add(
                files.next(runs.javaVersions()),
                message,
                "-- Write the SQL that goes up.\n",
                "-- Write the SQL that takes it back.\n");
    }

    /**
     * Runs all migrations that have not run yet; all of them, or none if one fails.
     *
     * <p>This thread's session is closed before: what it loaded may be changed by the migrations.
     * Those of other threads stay open and see the new tables in their next transaction.
     *
     * @return what was run
     * @see org.flywaydb.core.Flyway#migrate()
     */
    public Run upgrade() {
        return upgrade("head");
    }

    /**
     * Runs the migrations up to one of them.
     *
     * @param target {@code head}, a version, or a number of steps such as {@code +1}
     * @return what was run
     */
    public Run upgrade(String target) {
        database.release().accept("upgrading");
        return runs.upgrade(target);
    }

    /**
     * Takes the newest migration back.
     *
     * @return what was taken back
     */
    public Run downgrade() {
        return downgrade("-1");
    }

    /**
     * Takes migrations back, all of them or none if one fails.
     *
     * @param target {@code base}, the version that shall be the newest, or a number of steps such
     *     as {@code -2}
     * @return what was taken back
     */
    public Run downgrade(String target) {
        database.release().accept("downgrading");
        return runs.downgrade(target);
    }

    /**
     * Tells where the database stands.
     *
     * @return the newest migration that has run
     */
    public Position current() {
        return runs.current();
    }

    /**
     * Tells of all migrations and where the database stands among them.
     *
     * @return the history
     */
    public History history() {
        return runs.history();
    }

    /**
     * Says that the database is at a version, without running anything.
     *
     * @param target {@code head}, {@code base}, a version, or a number of steps
     * @return what was marked
     */
    public Run stamp(String target) {
        database.release().accept("stamping");
        return runs.stamp(target);
    }

    /**
     * Gives a migration the next free version, where two people took the same one.
     *
     * @param fileName the name of its file, {@code V2__posts_table.sql}
     * @return the renamed files
     */
    public MigrationFile renumber(String fileName) {
        List<MigrationVersion> taken = runs.javaVersions();
        return MigrationFiles.in(folder).renumber(fileName, taken);
    }

    /**
     * Gives Flyway itself, set up for this folder and this database.
     *
     * @return Flyway
     */
    public Flyway flyway() {
        return runs.flyway();
    }

    /** Names folder and database. */
    @Override
    public String toString() {
        return "<Migrations '" + folder + "' of " + database.connections().url() + ">";
    }
}
