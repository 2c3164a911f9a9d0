package ormlab.schema;

import java.util.List;
import java.util.Set;

/**
 * An index that somebody created; those behind keys do not count.
 *
 * @param unique whether two rows may not be equal in it
 * @param columns its columns and expressions as written, with their order
 * @param definition all of it except the names of index and table
 * @param words the names in it, in lowercase
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

    /** Returns the same index in the wording of another. */
    public Index inWordsOf(Index written) {
        return new Index(
                name, unique, written.columns, definition.inWordsOf(written.definition), words);
    }
}
