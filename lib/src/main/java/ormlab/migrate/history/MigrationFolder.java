package ormlab.migrate.history;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import ormlab.migrate.history.MigrationRefused.Reason;

/** The folder with the migration files. Thread-safe, because it has no state. */
public final class MigrationFolder {
    private static final String NOTE =
            """
            # Migrations

            Each migration is a pair of files with plain SQL: `V2__posts_table.sql` goes up to version 2,
            `U2__posts_table.sql` goes back down. Read what was written, change it if need be, and put both
            under version control, together with the classes that they belong to.

            Once a migration has run in a database that matters, leave its files as they are and write another one.
            """;

    private final Path path;

    /** Creates an object for a folder, which need not exist yet. */
    public MigrationFolder(Path path) {
        this.path = path;
    }

    /** Returns the path as it was given. */
    public Path path() {
        return path;
    }

    /**
     * Creates the folder, with a note about its files.
     *
     * @throws MigrationRefused if it exists or cannot be created
     */
    public void init() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new MigrationRefused(
                    Reason.FILE_TROUBLE,
                    ("'%s' is a file, so a folder of this name cannot be created. Choose another"
                                    + " name:"
                                    + " db.migrations(\"folder\").")
                            .formatted(this));
        }
        try {
            if (Files.isDirectory(path) && !isEmpty()) {
                throw initialisedAlready();
            }
            Files.createDirectories(path);
            write(path.resolve("README.md"), NOTE);
        } catch (FileAlreadyExistsException otherProcess) {
            throw initialisedAlready();
        } catch (IOException failed) {
            throw trouble("The folder '" + this + "' cannot be created", failed);
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> content = Files.list(path)) {
            return content.findAny().isEmpty();
        }
    }

    private MigrationRefused initialisedAlready() {
        return new MigrationRefused(
                Reason.INITIALISED_ALREADY,
                ("The folder '%s' exists already and is not empty. Call init() once per project;"
                                + " continue with migrate(\"what changes\").")
                        .formatted(this));
    }

    /** Returns all SQL files, including those in subfolders, as Flyway does. */
    List<Path> sqlFiles() {
        if (!Files.isDirectory(path)) {
            throw new MigrationRefused(
                    Reason.NOT_INITIALISED,
                    ("There is no folder '%s'%s. Create it once with db.migrations().init(); if"
                                    + " it is elsewhere, name it: db.migrations(\"folder\").")
                            .formatted(
                                    this,
                                    path.isAbsolute()
                                            ? ""
                                            : " in " + Path.of("").toAbsolutePath()));
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(file -> file.toString().endsWith(".sql"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw trouble("The folder '" + this + "' cannot be read", failed);
        }
    }

    /**
     * Reads one of the folder's files.
     *
     * @throws MigrationRefused if it cannot be read, or is not UTF-8
     */
    public String read(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            throw new MigrationRefused(
                    Reason.FILE_TROUBLE,
                    "'" + shown(file) + "' is not written in UTF-8. Save it as UTF-8.",
                    notText);
        } catch (IOException failed) {
            throw trouble("'" + shown(file) + "' cannot be read", failed);
        }
    }

    /** Returns whether the file's configuration makes Flyway run it outside of a transaction. */
    boolean isWithoutTransaction(Path file) {
        Path configuration = LiteralText.noteFor(file);
        return Files.isRegularFile(configuration)
                && read(configuration)
                        .lines()
                        .anyMatch(
                                line -> line.matches("\\s*executeInTransaction\\s*=\\s*false\\s*"));
    }

    /**
     * Writes a whole file or none, and never over an existing one, by writing it under a temporary
     * name first.
     */
    void write(Path file, String text) throws IOException {
        String name = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".half";
        Path half = file.resolveSibling(name);
        try {
            Files.writeString(half, text);
            link(file, half);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /**
     * Creates a hard link, which works like a move that never replaces a file; some file systems
     * have no links.
     */
    private static void link(Path file, Path half) throws IOException {
        try {
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException | UnsupportedOperationException noLinks) {
            Files.move(half, file);
        }
    }

    MigrationRefused trouble(String what, IOException failed) {
        String why =
                failed instanceof AccessDeniedException || isReadOnly(failed)
                        ? "writing or reading is not allowed there. Allow it, or choose another folder"
                        : failed instanceof FileAlreadyExistsException
                                ? "'%s' exists already, and files are never overwritten"
                                        .formatted(failed.getMessage())
                                : isFull(failed)
                                        ? "there is no space left on the disk. Make room, then try"
                                                + " again; nothing was left behind"
                                        : String.valueOf(failed.getMessage());
        return new MigrationRefused(Reason.FILE_TROUBLE, what + ": " + why + ".", failed);
    }

    /** Returns whether no user may write to the file system, or the folder is locked. */
    private static boolean isReadOnly(IOException failed) {
        String words = String.valueOf(failed.getMessage());
        return words.contains("Read-only file system") || words.contains("Operation not permitted");
    }

    /** Linux and macOS use the first wording, Windows the second. */
    private static boolean isFull(IOException failed) {
        String words = String.valueOf(failed.getMessage());
        return words.contains("No space left") || words.contains("not enough space");
    }

    /** Returns a path as a reader would write it, the same on every operating system. */
    static String shown(Path file) {
        return file.toString().replace('\\', '/');
    }

    @Override
    public String toString() {
        return shown(path);
    }
}
