package ch02_models;

import ormlab.Database;

/**
 * Why so: createAll looks at each table by itself, so it may be called every morning: it makes what
 * is missing and leaves the rest alone. No if is needed, and no dropAll is harmless.
 */
public class MuseumStart {
    static void start(Database db) {
        db.models(Exhibit.class, Visitor.class, GuidedTour.class);
        db.createAll();
    }
}
