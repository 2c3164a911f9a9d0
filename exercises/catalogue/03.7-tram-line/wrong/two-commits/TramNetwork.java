package ch03_sessions;

import java.util.List;
import ormlab.Database;

public class TramNetwork {
    static int close(Database db, String name) {
        TramLine line = db.query(TramLine.class).filterBy("name", name).one();
        List<TramStop> stops = db.query(TramStop.class).filterBy("line", line).all();
        stops.forEach(stop -> stop.setLine(null));
        db.session().commit();
        db.session().delete(line);
        db.session().commit();
        return stops.size();
    }
}
