package ch02_models;

import ormlab.Database;

public class MuseumStart {
    static void start(Database db) {
        db.models(Exhibit.class, Visitor.class);
        db.createAll();
    }
}
