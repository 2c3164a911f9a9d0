package ch02_models;

import ormlab.Database;

/** Calls createAll only when a table is missing, which is unnecessary but does no harm. */
public class MuseumStart {
    static void start(Database db) {
        db.models(GuidedTour.class, Visitor.class, Exhibit.class);
        if (db.rows(
                                "select name from sqlite_master where name in ('exhibit', 'visitor', 'guided_tour')")
                        .size()
                < 3) {
            db.createAll();
        }
    }
}
