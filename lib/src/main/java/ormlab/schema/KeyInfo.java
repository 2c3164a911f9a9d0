package ormlab.schema;

import java.util.List;

/**
 * Describes a unique constraint or an index.
 *
 * @param name its name; not null
 * @param columns its columns, or expressions in parentheses, in order; not null
 * @param unique whether two rows may not be equal in them
 */
public record KeyInfo(String name, List<String> columns, boolean unique) {
    /** Keeps a copy that nobody can change. */
    public KeyInfo {
        columns = List.copyOf(columns);
    }
}
