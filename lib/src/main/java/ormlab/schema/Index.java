package ormlab.schema;

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
public record Index(
        String name,
        boolean unique,
        List<String> columns,
        SqlFragment definition,
        Set<String> words) {
    /** Keeps copies that nobody can change. */
    public Index {
        columns = List.copyOf(columns);
        words = Set.copyOf(words);
    }
}
