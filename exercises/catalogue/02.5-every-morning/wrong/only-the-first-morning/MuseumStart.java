package ch02_models;

import ormlab.Database;

public class MuseumStart {
    static void start(Database db) {
        db.models(Exhibit.class, Visitor.class, GuidedTour.class);
        if (db.rows("select name from sqlite_master where name = 'exhibit'").size() == 0) {
            db.createAll();
        }
    }
}
