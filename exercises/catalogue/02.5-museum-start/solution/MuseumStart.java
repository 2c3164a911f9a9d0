package ch02_models;

import ormlab.Database;

/**
 * createAll checks each table, so it may run every morning: it creates those that are missing and
 * leaves the others alone. It needs no if, and dropAll would delete all rows.
 */
public class MuseumStart {
    static void start(Database db) {
        db.models(Exhibit.class, Visitor.class, GuidedTour.class);
        db.createAll();
    }
}
