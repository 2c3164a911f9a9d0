package ormlab.cli;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    public static void main(String[] arguments) throws IOException {
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
}
