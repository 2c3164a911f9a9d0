package ormlab.query;

import java.util.Collection;
import ormlab.error.OrmlabException;
import ormlab.error.Suggestion;

/** Says that a model has no attribute of this name, and which one was likely meant. */
public class UnknownAttribute extends OrmlabException {
    private static final long serialVersionUID = 1L;

    UnknownAttribute(String model, String wrong, Collection<String> known) {
        super(
                model
                        + " has no attribute '"
                        + wrong
                        + "'."
                        + Suggestion.question(wrong, known)
                        + " It has: "
                        + String.join(", ", known.stream().sorted().toList())
                        + ".");
    }
}
