package ormlab.dialect.sqlite.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
    @TempDir Path folder;

    private static String message(Path folder, String problem) {
        return "SQLite's native library cannot be unpacked into the folder '"
                + folder
                + "' (java.io.tmpdir), "
                + problem
                + ". Start Java with another folder: -Djava.io.tmpdir=/path/to/folder.";
    }

    @Test
    void an_ordinary_folder_is_accepted_and_stays_empty() throws IOException {
        assertThat(NativeLibrary.obstacle(folder)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_missing_folder_is_named() {
        Path missing = folder.resolve("missing");
        assertThat(NativeLibrary.obstacle(missing))
                .contains(message(missing, "which does not exist"));
    }

    /** Not even root can write to this folder, because its device is always full. */
    @Test
    void a_full_folder_is_named() {
        Path proc = Path.of("/proc");
        assumeTrue(Files.isDirectory(proc) && proc.toFile().getUsableSpace() == 0);
        assertThat(NativeLibrary.obstacle(proc)).contains(message(proc, "which is full"));
    }

    @Test
    void a_folder_mounted_noexec_is_named() throws IOException {
        Path mounts = Path.of("/proc/self/mounts");
        assumeTrue(Files.isReadable(mounts));
        Optional<Path> noexec =
                Files.readAllLines(mounts).stream()
                        .map(line -> line.split(" "))
                        .filter(mount -> mount[2].equals("tmpfs") && mount[3].contains("noexec"))
                        .map(mount -> Path.of(mount[1]))
                        .filter(Files::isWritable)
                        .findFirst();
        assumeTrue(noexec.isPresent());
        assertThat(NativeLibrary.obstacle(noexec.get()))
                .contains(
                        message(noexec.get(), "in which nothing may be executed (mounted noexec)"));
    }
}
