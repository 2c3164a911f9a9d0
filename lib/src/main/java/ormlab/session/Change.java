package ormlab.session;

import java.util.List;
import java.util.stream.Collectors;
import ormlab.error.SnippetNames;

/**
 * Is what the next flush would do with one object.
 *
 * @param kind insert, update or delete
 * @param entity the object
 * @param fields the attributes that changed; only an update has any
 */
public record Change(Kind kind, Object entity, List<Field> fields) {
    /** What a flush does with a row. */
    public enum Kind {
        /** The object is new. */
        INSERT,
        /** The object differs from what was loaded. */
        UPDATE,
        /** The object was deleted. */
        DELETE
    }

    /**
     * Is an attribute that differs from what was loaded.
     *
     * @param name the attribute's name
     * @param before the value in the database when the object was loaded, may be null
     * @param after the value in the object, may be null
     */
    public record Field(String name, Object before, Object after) {
        /** Gives name and both values. */
        @Override
        public String toString() {
            return name + ": " + before + " → " + after;
        }
    }

    /** Copies the fields. */
    public Change {
        fields = List.copyOf(fields);
    }

    /** Gives the change in one line. */
    @Override
    public String toString() {
        String verb =
                kind.name().toLowerCase(java.util.Locale.ROOT)
                        + " "
                        + SnippetNames.plain(String.valueOf(entity));
        return fields.isEmpty()
                ? verb
                : "%s (%s)"
                        .formatted(
                                verb,
                                fields.stream()
                                        .map(Field::toString)
                                        .collect(Collectors.joining(", ")));
    }
}
