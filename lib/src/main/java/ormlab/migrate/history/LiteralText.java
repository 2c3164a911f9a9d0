package ormlab.migrate.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps <code>${…}</code> in the SQL of a migration what it is: text.
 *
 * <p>Flyway puts values in its place, also in literals and comments, unless a file beside the
 * migration tells it not to.
 */
final class LiteralText {
    static final String NOTE =
            """
            # In the SQL stands text that Flyway would take for a placeholder.
            placeholderReplacement=false
            """;

    private LiteralText() {}

    static boolean looksLikePlaceholder(String sql) {
        return sql.contains("${");
    }

    /** Names the file that tells Flyway about another one. */
    static Path noteFor(Path file) {
        return file.resolveSibling(file.getFileName() + ".conf");
    }

    /** Names the first file that has a placeholder in it and no word beside it; empty for none. */
    static String fileWith(String placeholder, String prefix, MigrationFolder folder) {
        return folder.sqlFiles().stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .filter(file -> !Files.exists(noteFor(file)))
                .filter(file -> folder.read(file).contains(placeholder))
                .map(file -> file.getFileName().toString())
                .findFirst()
                .orElse("");
    }

    /** Tells whether such a file is there already, left over from a migration of the same name. */
    static boolean isSaid(Path file, String text) throws IOException {
        return text.equals(NOTE) && Files.exists(file) && Files.readString(file).equals(NOTE);
    }
}
