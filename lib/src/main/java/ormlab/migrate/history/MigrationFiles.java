package ormlab.migrate.history;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import ormlab.migrate.history.MigrationRefused.Reason;

/** The files in a folder of migrations, as they were when it was read; also writes new ones. */
public final class MigrationFiles {
    private final MigrationFolder folder;
    private final TreeMap<MigrationVersion, Path> ups = new TreeMap<>();
    private final TreeMap<MigrationVersion, Path> downs = new TreeMap<>();
    private @Nullable Path misnamed;
    private Path @Nullable [] sameVersion;

    private MigrationFiles(MigrationFolder folder) {
        this.folder = folder;
        folder.sqlFiles().forEach(this::sort);
    }

    /**
     * Reads a folder.
     *
     * @throws MigrationRefused if it does not exist
     */
    public static MigrationFiles in(MigrationFolder folder) {
        return new MigrationFiles(folder);
    }

    private void sort(Path file) {
        String name = file.getFileName().toString();
        Optional<FileNames.Parts> parts = FileNames.parse(name);
        if (parts.isPresent()) {
            Map<MigrationVersion, Path> kind = parts.get().up() ? ups : downs;
            Path other = kind.putIfAbsent(parts.get().version(), file);
            if (other != null && (sameVersion == null || parts.get().up())) {
                sameVersion = new Path[] {other, file};
            }
        } else if (FileNames.isNearly(name)) {
            misnamed = file;
        }
    }

    /**
     * Checks that the files are consistent, and returns them.
     *
     * @throws MigrationRefused if two files have the same version, or a name is almost a
     *     migration's
     */
    public MigrationFiles check() {
        if (misnamed != null) {
            throw new MigrationRefused(
                    Reason.MISNAMED,
                    ("'%s' is not named like a migration, so Flyway would silently ignore it."
                                    + " Write V or U in capitals, the version, two underscores, what changes:"
                                    + " V2__posts_table.sql.")
                            .formatted(MigrationFolder.shown(misnamed)));
        }
        if (sameVersion != null) {
            String later = sameVersion[1].getFileName().toString();
            throw new MigrationRefused(
                    Reason.SAME_VERSION,
                    "Two files have the same version: '%s' and '%s'. %s"
                            .formatted(
                                    MigrationFolder.shown(sameVersion[0]),
                                    MigrationFolder.shown(sameVersion[1]),
                                    later.startsWith("V")
                                            ? ("Renumber one of them, preferably one that no"
                                                            + " database has run yet:"
                                                            + " db.migrations().renumber(\"%s\").")
                                                    .formatted(later)
                                            : "Delete the one that belongs to no other file."));
        }
        return this;
    }

    /** Returns the migrations, ordered by version. */
    public List<MigrationFile> all() {
        List<MigrationFile> files = new ArrayList<>();
        ups.forEach((version, up) -> files.add(file(version, up)));
        return files;
    }

    private MigrationFile file(MigrationVersion version, Path up) {
        String name = up.getFileName().toString();
        return new MigrationFile(
                version, FileNames.parse(name).orElseThrow().description(), up, down(version));
    }

    /** Returns the {@code U…} file of a version, even if its {@code V…} file is missing. */
    public Optional<Path> down(MigrationVersion version) {
        return Optional.ofNullable(downs.get(version));
    }

    /**
     * Returns the version for a new migration: the next whole number.
     *
     * @param taken versions that are in use elsewhere, such as those of Java migrations
     */
    public MigrationVersion next(Collection<MigrationVersion> taken) {
        return Stream.concat(taken.stream(), ups.keySet().stream())
                .map(MigrationVersion::getMajor)
                .max(BigInteger::compareTo)
                .map(highest -> MigrationVersion.fromVersion(highest.add(BigInteger.ONE) + ""))
                .orElse(MigrationVersion.fromVersion("1"));
    }

    /**
     * Checks that a new migration with this version can be written.
     *
     * @throws MigrationRefused if one file of a deleted migration is still there
     */
    public void checkFree(MigrationVersion version) {
        down(version)
                .ifPresent(
                        left -> {
                            throw new MigrationRefused(
                                    Reason.LEFT_OVER,
                                    ("'%s' is left over: there is no V%s__… next to it. Delete"
                                                    + " it, then write the migration again.")
                                            .formatted(MigrationFolder.shown(left), version));
                        });
    }

    /**
     * Writes the two files of a new migration. Never overwrites a file, and never leaves one half
     * written.
     *
     * @param message any text; both files contain it, and their names contain a short form
     * @throws MigrationRefused if they cannot be written; neither of them exists then
     */
    public MigrationFile add(MigrationVersion version, String message, String up, String down) {
        checkFree(version);
        String slug = FileNames.slug(message);
        Path upFile = folder.path().resolve(FileNames.up(version, slug));
        Path downFile = folder.path().resolve(FileNames.down(version, slug));
        // The U file comes first, so that a process that is killed in between does not leave a
        // migration that cannot be undone.
        Map<Path, String> texts = new LinkedHashMap<>();
        put(texts, downFile, headed(message, " (the downgrade)", down));
        put(texts, upFile, headed(message, "", up));
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<Path, String> each : texts.entrySet()) {
                if (!LiteralText.isSaid(each.getKey(), each.getValue())) {
                    folder.write(each.getKey(), each.getValue());
                    written.add(each.getKey());
                }
            }
        } catch (IOException failed) {
            for (Path file : written) {
                file.toFile().delete();
            }
            throw folder.trouble("No migration can be written into '" + folder + "'", failed);
        }
        return new MigrationFile(version, slug.replace('_', ' '), upFile, Optional.of(downFile));
    }

    /**
     * Adds the configuration first if the text contains something that Flyway would take for a
     * placeholder.
     */
    private static void put(Map<Path, String> texts, Path file, String sql) {
        if (LiteralText.looksLikePlaceholder(sql)) {
            texts.put(LiteralText.noteFor(file), LiteralText.NOTE);
        }
        texts.put(file, sql);
    }

    /** Puts the message at the top; Flyway finds placeholders even in comments. */
    private static String headed(String message, String which, String sql) {
        String text = message.strip().replace("${", "$ {").replaceAll("[\\p{Cntrl}&&[^\r\n]]", " ");
        String head = text.lines().map(line -> "-- " + line).collect(Collectors.joining("\n"));
        return (head.isEmpty() ? "" : head + which + "\n\n") + sql.strip() + "\n";
    }

    /**
     * Assigns a migration the next free version, so that it comes after all others.
     *
     * @param fileName the name of its {@code V…} file; its {@code U…} file is renamed as well
     * @param taken versions that are in use elsewhere
     * @throws MigrationRefused if the file does not exist or cannot be renamed
     */
    public MigrationFile renumber(String fileName, Collection<MigrationVersion> taken) {
        Path up =
                folder.sqlFiles().stream()
                        .filter(file -> file.getFileName().toString().equals(fileName))
                        .filter(file -> fileName.startsWith("V"))
                        .findFirst()
                        .orElseThrow(() -> noSuchFile(fileName));
        FileNames.Parts name = FileNames.parse(fileName).orElseThrow(() -> noSuchFile(fileName));
        MigrationVersion next = next(taken);
        checkFree(next);
        String slug = fileName.substring(fileName.indexOf("__") + 2, fileName.length() - 4);
        Path newUp = up.resolveSibling(FileNames.up(next, slug));
        Path down = up.resolveSibling("U" + fileName.substring(1));
        Path newDown = up.resolveSibling(FileNames.down(next, slug));
        try {
            for (Path[] each : new Path[][] {{down, newDown}, {up, newUp}}) {
                moveIfThere(LiteralText.noteFor(each[0]), LiteralText.noteFor(each[1]));
                moveIfThere(each[0], each[1]);
            }
        } catch (IOException failed) {
            throw folder.trouble("'" + MigrationFolder.shown(up) + "' cannot be renamed", failed);
        }
        return new MigrationFile(
                next, name.description(), newUp, Optional.of(newDown).filter(Files::exists));
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to);
        }
    }

    private MigrationRefused noSuchFile(String fileName) {
        return new MigrationRefused(
                Reason.UNKNOWN_TARGET,
                "There is no file '%s' in '%s'. Name the file of the upgrade: %s."
                        .formatted(
                                fileName,
                                folder,
                                ups.values().stream()
                                        .map(file -> file.getFileName().toString())
                                        .collect(Collectors.joining(", "))));
    }
}
