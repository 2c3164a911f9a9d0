package ormlab.migrate;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;
import ormlab.migrate.history.History;
import ormlab.migrate.history.MigrationFile;
import ormlab.migrate.history.MigrationFiles;
import ormlab.migrate.history.MigrationFolder;
import ormlab.migrate.history.MigrationRuns;
import ormlab.migrate.history.Position;
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
    private final MigrationRuns runs;

    private Migrations(
            MigratedDatabase database, MigrationFolder folder, List<JavaMigration> javaMigrations) {
        this.database = database;
        this.folder = folder;
        this.javaMigrations = List.copyOf(javaMigrations);
        this.runs =
                new MigrationRuns(database.connections(), folder, this.javaMigrations, this::words);
    }

    private String words(SQLException refused, String sql) {
        return database.words().apply(refused, sql);
    }

    /**
     * Gives the migrations of a database that stand in a folder.
     *
     * @param database the database
     * @param folder the folder, relative to the working folder or absolute; it need not exist yet
     * @return the migrations
     */
    public static Migrations of(MigratedDatabase database, Path folder) {
        return new Migrations(database, new MigrationFolder(folder), List.of());
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
                entities.use(() -> database.mapping().get().factory());
            }
            more.add(migration);
        }
        return new Migrations(database, folder, more);
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
