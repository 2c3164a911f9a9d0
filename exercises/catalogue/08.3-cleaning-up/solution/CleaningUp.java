package ch08_shell;

import ormlab.session.DbSession;

/**
 * Plants refer to beds, so they are deleted first. A query deletes in the database and loads
 * nothing, so the number of statements does not grow with the rows. Each statement returns its
 * number of rows.
 */
public class CleaningUp {
    public int cleanUp(DbSession session) {
        int plants = session.query(Plant.class).delete();
        int beds = session.query(Bed.class).delete();
        session.commit();
        return plants + beds;
    }
}
