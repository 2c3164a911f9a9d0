package ch03_sessions;

import java.util.List;
import ormlab.Database;

/**
 * Why so: the stops are managed, so letting go of the line is enough; the session sends the updates
 * first and the delete last. One transaction, because a network with half of its stops let go is
 * neither the old one nor the new one.
 */
public class TramNetwork {
    static int close(Database db, String name) {
        return db.inTransaction(
                session -> {
                    TramLine line = session.query(TramLine.class).filterBy("name", name).one();
                    List<TramStop> stops =
                            session.query(TramStop.class).filterBy("line", line).all();
                    stops.forEach(stop -> stop.setLine(null));
                    session.delete(line);
                    return stops.size();
                });
    }
}
