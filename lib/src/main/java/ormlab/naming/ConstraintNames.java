package ormlab.naming;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Readable names for constraints and indexes, the same in every run.
 *
 * <p>A migration can only drop a constraint whose name it knows, so no name is left to the
 * database.
 */
public final class ConstraintNames {
    /** PostgreSQL silently truncates longer names. */
    static final int LONGEST = 63;

    private ConstraintNames() {}

    /** Returns the name of a unique constraint: {@code uq_users_username}. */
    public static String unique(String table, List<String> columns) {
        return fitting("uq", table, columns, "");
    }

    /** Returns the name of a foreign key: {@code fk_post_user_id_users}. */
    public static String foreignKey(String table, List<String> columns, String referencedTable) {
        return fitting("fk", table, columns, referencedTable);
    }

    /** Returns the name of an index on columns or expressions: {@code ix_users_username}. */
    public static String index(String table, List<String> columns) {
        return fitting("ix", table, columns, "");
    }

    /**
     * Returns the name of a check constraint: {@code ck_users_username}, {@code
     * ck_users_username_length}.
     *
     * @param about what it checks, such as a column and a word; may be empty
     */
    public static String check(String table, List<String> about) {
        return fitting("ck", table, about, "");
    }

    private static String fitting(String kind, String table, List<String> columns, String target) {
        StringBuilder name = new StringBuilder(kind).append('_').append(words(table));
        columns.forEach(column -> name.append('_').append(words(column)));
        if (!target.isEmpty()) {
            name.append('_').append(words(target));
        }
        return shortened(name.toString());
    }

    /**
     * Removes characters from an expression such as {@code lower(name)} that would need quotes in a
     * name.
     */
    private static String words(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_]+", "_");
        return lower.replaceAll("^_+(?=.)|(?<=.)_+$", "");
    }

    private static String shortened(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return name;
        }
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        String tail = String.format("_%08x", hash.getValue());
        String head = name;
        while (head.getBytes(StandardCharsets.UTF_8).length > LONGEST - tail.length()) {
            head = head.substring(0, head.offsetByCodePoints(head.length(), -1));
        }
        return head + tail;
    }
}
