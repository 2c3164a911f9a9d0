package ormlab.query;

import java.util.Collection;
import ormlab.error.OrmlabException;
import ormlab.error.Suggestion;
import ormlab.naming.SnakeCase;

/** Thrown when a model has no attribute of this name; suggests a similar one. */
public class UnknownAttribute extends OrmlabException {
    private static final long serialVersionUID = 1L;

    UnknownAttribute(String model, String wrong, Collection<String> known) {
        super(
                "%s has no attribute '%s'.%s It has: %s."
                        .formatted(
                                model,
                                wrong,
                                hint(wrong, known),
                                String.join(", ", known.stream().sorted().toList())));
    }

    /** Recognises a typo, or a column's name used instead of the attribute's. */
    private static String hint(String wrong, Collection<String> known) {
        return known.stream()
                .filter(
                        name ->
                                wrong.equals(SnakeCase.of(name) + "_id")
                                        || wrong.equals(SnakeCase.of(name)))
                .findFirst()
                .map(name -> " That is the column's name; the attribute is '" + name + "'.")
                .orElseGet(() -> Suggestion.question(wrong, known));
    }
}
