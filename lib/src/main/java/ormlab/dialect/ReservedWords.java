package ormlab.dialect;

import java.util.Locale;
import java.util.Set;

/**
 * The words that need quotes as a name of a table or column.
 *
 * <p>Hibernate's own list is the SQL standard's, in which also {@code date}, {@code name} and
 * {@code value} are reserved: DDL would be full of quotes that no database wants.
 */
public final class ReservedWords {
    /** SQLite's. */
    public static final Set<String> SQLITE =
            words(
                    """
                    add all alter and as autoincrement between case cast check collate commit constraint
                    create current_date current_time current_timestamp default deferrable delete distinct drop else escape except exists foreign from group
                    having if in index insert intersect into is isnull join limit not nothing notnull null
                    on or order primary raise references returning select set table then to transaction union
                    unique update using values when where
                    """);

    /** PostgreSQL's. */
    public static final Set<String> POSTGRES =
            words(
                    """
                    all analyse analyze and any array as asc asymmetric authorization binary both case cast
                    check collate collation column concurrently constraint create cross current_catalog
                    current_date current_role current_schema current_time current_timestamp current_user
                    default deferrable desc distinct do else end except false fetch for foreign freeze from
                    full grant group having ilike in initially inner intersect into is isnull join lateral
                    leading left like limit localtime localtimestamp natural not notnull null offset on only
                    or order outer overlaps placing primary references returning right select session_user
                    similar some symmetric system_user table tablesample then to trailing true union unique
                    user using variadic verbose when where window with
                    """);

    private ReservedWords() {}

    /**
     * Tells whether a name needs quotes because it is a word of SQL.
     *
     * @param name the name, in any case; not null
     * @param sqlite whether SQLite reads it, or else PostgreSQL
     * @return whether it is reserved
     */
    public static boolean contains(String name, boolean sqlite) {
        return (sqlite ? SQLITE : POSTGRES).contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean contains(Engine engine, String name) {
        return engine.reservedWords().contains(name.toLowerCase(Locale.ROOT));
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
