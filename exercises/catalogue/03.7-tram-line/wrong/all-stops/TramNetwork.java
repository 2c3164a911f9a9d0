package ch03_sessions;

import java.util.List;
import ormlab.Database;

public class TramNetwork {
    static int close(Database db, String name) {
        return db.inTransaction(
                session -> {
                    TramLine line = session.query(TramLine.class).filterBy("name", name).one();
                    List<TramStop> stops = session.query(TramStop.class).all();
                    stops.forEach(stop -> stop.setLine(null));
                    session.delete(line);
                    return stops.size();
                });
    }
}
