package ormlab.dialect.sqlite.internal.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import ormlab.dialect.DatabaseAddress;

/**
 * Checks a SQLite file before the driver opens it, because the driver's messages do not say what is
 * wrong.
 */
public final class SqliteFile {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private SqliteFile() {}

    /** Returns why there can be no SQLite database at a URL, without creating anything. */
    public static Optional<String> obstacle(DatabaseAddress address) {
        return NativeLibrary.obstacle()
                .or(() -> address.file().flatMap(file -> obstacle(file, address.shown())));
    }

    /** Returns what identifies a file until it is deleted or replaced; empty on some systems. */
    static Optional<Object> identity(Path file) throws IOException {
        return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    private static Optional<String> obstacle(Path written, String address) {
        Path file = written.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (Files.isDirectory(file)) {
            return Optional.of(
                    "'" + file + "' is a folder. Name a file in it: " + address + "/data.sqlite");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.of(
                    ("the folder '%s' does not exist. Create it, or correct the path; 'sqlite:///'"
                                    + " begins a relative path, 'sqlite:////' an absolute one.")
                            .formatted(folder));
        }
        if (Files.exists(file)) {
            return obstacleIn(file);
        }
        return Files.isWritable(folder)
                ? Optional.empty()
                : Optional.of(
                        "the folder '%s' is read-only. Choose another one, or allow writing in it."
                                .formatted(folder));
    }

    private static Optional<String> obstacleIn(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.of(
                    "'" + file + "' is a pipe or a device and not a file. Choose another name.");
        }
        if (!Files.isReadable(file)) {
            return Optional.of("the file '" + file + "' is not readable for this user.");
        }
        if (!Files.isWritable(file) || !Files.isWritable(file.getParent())) {
            return Optional.of(
                    ("'%s' or its folder is read-only. SQLite writes its log next to the file:"
                                    + " allow"
                                    + " writing, or copy the file to another folder.")
                            .formatted(file));
        }
        try (InputStream content = Files.newInputStream(file)) {
            byte[] start = content.readNBytes(MAGIC.length);
            return start.length == 0 || Arrays.equals(start, MAGIC)
                    ? Optional.empty()
                    : Optional.of(
                            ("the file '%s' is not a SQLite database (its first bytes say so). It"
                                            + " was left as it is. Choose another name.")
                                    .formatted(file));
        } catch (IOException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }
}
