package ormlab.migrate.history;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;

/** How the files of migrations are named: as Flyway names them. */
final class FileNames {
    /**
     * What a file system and a reader take in at a glance; the file itself has the whole message.
     */
    private static final int LONGEST = 60;

    private static final Pattern NAME =
            Pattern.compile("([VU])(\\d+(?:[._]\\d+)*)__(.*)\\.sql", Pattern.DOTALL);
    private static final Pattern NEARLY = Pattern.compile("(?i)[VU]_*\\d.*\\.sql");

    private FileNames() {}

    /** Tells what a file name says; empty when it is no migration's. */
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

    /** Tells whether somebody meant this to be a migration although Flyway would not see one. */
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
     * Makes a part of a file name out of any message: letters, digits and underscores of ASCII,
     * which every file system, shell and locale takes.
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
