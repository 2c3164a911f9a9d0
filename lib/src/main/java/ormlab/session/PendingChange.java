package ormlab.session;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ormlab.error.SnippetNames;

/**
 * What the next flush would do with one object.
 *
 * @param fields the attributes that changed; empty unless it is an update
 */
public record PendingChange(Kind kind, Object entity, List<Field> fields) {
    /** What a flush does with a row. */
    public enum Kind {
        /** The object is new. */
        INSERT,
        /** The object has changed since it was loaded. */
        UPDATE,
        /** The object was deleted. */
        DELETE
    }

    /**
     * An attribute that has changed since the object was loaded.
     *
     * @param before the value in the database when the object was loaded
     * @param after the value in the object
     */
    public record Field(String name, @Nullable Object before, @Nullable Object after) {
        @Override
        public String toString() {
            return name + ": " + before + " → " + after;
        }
    }

    /** Copies the fields. */
    public PendingChange {
        fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
        String verb =
                kind.name().toLowerCase(Locale.ROOT)
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
