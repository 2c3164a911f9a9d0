package ch02_models;

import ormlab.Database;

/** The same as a chain, only when something is missing; it is not needed, and does no harm. */
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
