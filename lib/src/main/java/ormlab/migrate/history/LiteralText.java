package ormlab.migrate.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps <code>${…}</code> in a migration's SQL as text.
 *
 * <p>Flyway would replace it with a value, even in literals and comments, unless a file next to the
 * migration turns that off.
 */
final class LiteralText {
    static final String NOTE =
            """
            # The SQL contains text that Flyway would take for a placeholder.
            placeholderReplacement=false
            """;

    private LiteralText() {}

    static boolean looksLikePlaceholder(String sql) {
        return sql.contains("${");
    }

    /** Returns the path of the file that configures Flyway for a migration. */
    static Path noteFor(Path file) {
        return file.resolveSibling(file.getFileName() + ".conf");
    }

    /**
     * Returns the name of the first file that has a placeholder and no configuration; empty for
     * none.
     */
    static String fileWith(String placeholder, String prefix, MigrationFolder folder) {
        return folder.sqlFiles().stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .filter(file -> !Files.exists(noteFor(file)))
                .filter(file -> folder.read(file).contains(placeholder))
                .map(file -> file.getFileName().toString())
                .findFirst()
                .orElse("");
    }

    /** Returns whether the file already exists, left over from a migration with the same name. */
    static boolean isSaid(Path file, String text) throws IOException {
        return text.equals(NOTE) && Files.exists(file) && Files.readString(file).equals(NOTE);
    }
}
