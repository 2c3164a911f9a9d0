package ormlab.migrate.found;

import java.util.List;

/**
 * Is a primary key or a unique constraint.
 *
 * @param name its name; empty when it was given none, not null
 * @param columns its columns in order; not null
 * @param definition the whole constraint without its name; not null
 */
public record FoundKey(String name, List<String> columns, SqlText definition) {
    /** Keeps a copy that nobody can change. */
    public FoundKey {
        columns = List.copyOf(columns);
    }
}
