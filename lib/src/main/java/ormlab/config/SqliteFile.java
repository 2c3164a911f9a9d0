package ormlab.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Looks at a SQLite file before the driver does, because the driver's words do not tell what is
 * wrong.
 */
final class SqliteFile {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private SqliteFile() {}

    /** Refuses what cannot become or is not a SQLite file; creates nothing. */
    static void check(DatabaseUrl url) {
        if (url.file().isEmpty()) {
            return;
        }
        Path file = url.file().get().toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (Files.isDirectory(file)) {
            throw refused(
                    url, "'" + file + "' is a folder. Name a file in it: " + url + "/data.sqlite");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused(
                    url,
                    "the folder '"
                            + folder
                            + "' does not exist. Make it, or correct the path;"
                            + " 'sqlite:///' begins a relative path, 'sqlite:////' an absolute one.");
        }
        if (Files.exists(file)) {
            checkExisting(url, file);
        } else if (!Files.isWritable(folder)) {
            throw refused(
                    url,
                    "the folder '"
                            + folder
                            + "' is read-only. Choose another one, or allow writing in it.");
        }
    }

    private static void checkExisting(DatabaseUrl url, Path file) {
        if (!Files.isReadable(file)) {
            throw refused(url, "the file '" + file + "' may not be read by this user.");
        }
        if (!Files.isWritable(file) || !Files.isWritable(file.getParent())) {
            throw refused(
                    url,
                    "'"
                            + file
                            + "' or its folder is read-only. SQLite writes its log beside the file:"
                            + " allow writing, or copy the file to another folder.");
        }
        try (InputStream content = Files.newInputStream(file)) {
            byte[] start = content.readNBytes(MAGIC.length);
            if (start.length > 0 && !Arrays.equals(start, MAGIC)) {
                throw refused(
                        url,
                        "the file '"
                                + file
                                + "' is not a SQLite database (its first bytes say so)."
                                + " It was left as it is. Choose another name.");
            }
        } catch (IOException unreadable) {
            throw unavailable(url, unreadable);
        }
    }

    static DatabaseUnavailable unavailable(DatabaseUrl url, Throwable cause) {
        return new DatabaseUnavailable("Cannot open " + url + ": " + cause.getMessage(), cause);
    }

    private static DatabaseUnavailable refused(DatabaseUrl url, String why) {
        return new DatabaseUnavailable("Cannot open " + url + ": " + why, null);
    }
}
