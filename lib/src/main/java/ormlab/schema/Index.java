package ormlab.schema;

import java.util.List;
import java.util.Set;

/**
 * An index that was created explicitly, not one that implements a key.
 *
 * @param unique whether it prevents equal rows
 * @param columns its columns and expressions as written, with their order
 * @param definition the index without its name and the table's
 * @param words the names in the definition, in lowercase
 */
public record Index(
        String name,
        boolean unique,
        List<String> columns,
        SqlFragment definition,
        Set<String> words)
        implements TablePart {
    /** Copies the collections. */
    public Index {
        columns = List.copyOf(columns);
        words = Set.copyOf(words);
    }

    /** Returns the same index, worded like another. */
    public Index inWordsOf(Index written) {
        return new Index(
                name, unique, written.columns, definition.inWordsOf(written.definition), words);
    }
}
