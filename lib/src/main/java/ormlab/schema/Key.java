package ormlab.schema;

import java.util.List;

/**
 * A primary key or a unique constraint.
 *
 * @param name its name, or empty
 * @param definition the constraint without its name
 */
public record Key(String name, List<String> columns, SqlFragment definition) implements TablePart {
    /** Copies the list. */
    public Key {
        columns = List.copyOf(columns);
    }
}
