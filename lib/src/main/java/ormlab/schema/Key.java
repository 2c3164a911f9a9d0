package ormlab.schema;

import java.util.List;

/**
 * Is a primary key or a unique constraint.
 *
 * @param name its name; empty when it was given none, not null
 * @param columns its columns in order; not null
 * @param definition the whole constraint without its name; not null
 */
public record Key(String name, List<String> columns, SqlFragment definition) {
    /** Keeps a copy that nobody can change. */
    public Key {
        columns = List.copyOf(columns);
    }
}
