package ch02_models;

import ormlab.Database;

public class MuseumStart {
    static void start(Database db) {
        db.models(Exhibit.class);
        db.createAll();
        db.models(Visitor.class);
        db.createAll();
        db.models(GuidedTour.class);
        db.createAll();
    }
}
