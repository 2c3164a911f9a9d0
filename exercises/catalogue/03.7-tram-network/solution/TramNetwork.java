package ch03_sessions;

import java.util.List;
import ormlab.Database;

/**
 * The stops are managed, so setting their line to null is enough; the session sends the UPDATEs
 * first and the DELETE last. One transaction makes sure that no other program sees a line with only
 * some of its stops.
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
