package ormlab.cli;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** Runs the usual commands once, so that a JVM can remember what they need for later starts. */
final class Training {
    private Training() {}

    /** Is a model like any other. */
    @Entity
    static class Note {
        @Id private Integer id;
        private String text;

        protected Note() {}
    }

    /** Trains, and unpacks SQLite's library into the folder that is named. */
    public static void main(String[] arguments) throws IOException {
        unpack(Path.of(arguments[0]));
        Path folder = Files.createTempDirectory("ormlab");
        Terminal silent =
                new Terminal(
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        System.err,
                        Optional.empty());
        try {
            for (String command :
                    List.of(
                            "init",
                            "migrate",
                            "upgrade",
                            "current",
                            "history",
                            "check",
                            "downgrade")) {
                int code =
                        Main.run(
                                new String[] {
                                    "db",
                                    command,
                                    "--url=sqlite:///" + folder.resolve("data.sqlite"),
                                    "--directory=" + folder.resolve("migrations"),
                                    "--models=" + Note.class.getName()
                                },
                                silent);
                if (code != 0) {
                    System.exit(code);
                }
            }
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    /** SQLite's driver would unpack it at each start, and compare what it unpacked byte by byte. */
    private static void unpack(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        Path whole = folder.resolve(name);
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (library != null && !Files.exists(whole)) {
                Files.createDirectories(folder);
                Path half = folder.resolve(name + ".half");
                Files.copy(library, half, StandardCopyOption.REPLACE_EXISTING);
                Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }
}
