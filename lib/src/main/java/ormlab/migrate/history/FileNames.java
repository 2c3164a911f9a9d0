package ormlab.migrate.history;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;

/** The names of migration files, which follow Flyway's rules. */
final class FileNames {
    /** Long enough to be understood; the file itself contains the whole message. */
    private static final int LONGEST = 60;

    private static final Pattern NAME =
            Pattern.compile("([VU])(\\d+(?:[._]\\d+)*)__(.*)\\.sql", Pattern.DOTALL);
    private static final Pattern NEARLY = Pattern.compile("(?i)[VU]_*\\d.*\\.sql");

    private FileNames() {}

    /** Parses a file name; empty if it is not a migration's. */
    static Optional<Parts> parse(String fileName) {
        Matcher name = NAME.matcher(fileName);
        return name.matches()
                ? Optional.of(
                        new Parts(
                                name.group(1).equals("V"),
                                MigrationVersion.fromVersion(name.group(2).replace('_', '.')),
                                name.group(3).replace('_', ' ').strip()))
                : Optional.empty();
    }

    record Parts(boolean up, MigrationVersion version, String description) {}

    /** Returns whether a name looks like a migration's although Flyway would ignore it. */
    static boolean isNearly(String fileName) {
        return NEARLY.matcher(fileName).matches() && parse(fileName).isEmpty();
    }

    static String up(MigrationVersion version, String slug) {
        return "V" + version + "__" + slug + ".sql";
    }

    static String down(MigrationVersion version, String slug) {
        return "U" + version + "__" + slug + ".sql";
    }

    /**
     * Turns any message into part of a file name: ASCII letters, digits and underscores, which
     * every file system, shell and locale accepts.
     */
    static String slug(String message) {
        String plain =
                Normalizer.normalize(message.replace("ß", "ss"), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^_+|_+$", "");
        if (plain.isEmpty()) {
            return "migration";
        }
        if (plain.length() <= LONGEST) {
            return plain;
        }
        int wordEnd = plain.lastIndexOf('_', LONGEST);
        return plain.substring(0, wordEnd > LONGEST / 2 ? wordEnd : LONGEST).replaceAll("_+$", "");
    }
}
