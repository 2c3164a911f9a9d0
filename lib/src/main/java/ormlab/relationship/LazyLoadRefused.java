package ormlab.relationship;

import ormlab.error.OrmlabException;

/** Thrown when a list marked with {@link RaiseOnLazyLoad} was about to load. */
public class LazyLoadRefused extends OrmlabException {
    private static final long serialVersionUID = 1L;

    LazyLoadRefused(String model, String attribute) {
        super(
                ("%s.%s is marked @RaiseOnLazyLoad and was about to be loaded lazily. Load it"
                                + " with its owner: db.query(%s.class).fetch(\"%s\").")
                        .formatted(model, attribute, model, attribute));
    }
}
