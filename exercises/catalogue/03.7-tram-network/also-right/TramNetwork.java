package ch03_sessions;

import ormlab.Database;
import ormlab.query.Query;

/** One UPDATE for all stops of the line, however many there are. */
public class TramNetwork {
    static int close(Database db, String name) {
        TramLine line = db.query(TramLine.class).filterBy("name", name).one();
        Query<TramStop> stops = db.query(TramStop.class).filterBy("line", line);
        int freed = (int) stops.count();
        stops.update("line", null);
        db.session().delete(line);
        db.session().commit();
        return freed;
    }
}
