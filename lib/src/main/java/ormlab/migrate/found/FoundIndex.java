package ormlab.migrate.found;

import java.util.List;
import java.util.Set;

/**
 * Is an index that somebody made; those behind keys are no indexes of their own.
 *
 * @param name its name; not null
 * @param unique whether two rows may not be equal in it
 * @param columns its columns and expressions as written, with their order; not null
 * @param definition all of it but the names of index and table; not null
 * @param words the names that it speaks of, in small letters
 */
public record FoundIndex(
        String name, boolean unique, List<String> columns, SqlText definition, Set<String> words) {
    /** Keeps copies that nobody can change. */
    public FoundIndex {
        columns = List.copyOf(columns);
        words = Set.copyOf(words);
    }

    /**
     * Writes the statement that makes it.
     *
     * @param table the table it belongs to; not null
     * @param sqlite whether SQLite reads it, or else PostgreSQL
     * @return the statement; never null
     */
    public String createSql(TableName table, boolean sqlite) {
        return "create "
                + (unique ? "unique " : "")
                + "index "
                + Identifiers.quoted(name, sqlite)
                + " on "
                + Identifiers.quoted(table, sqlite)
                + ' '
                + definition;
    }
}
