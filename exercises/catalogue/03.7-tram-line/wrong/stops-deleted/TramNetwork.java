package ch03_sessions;

import java.util.List;
import ormlab.Database;

public class TramNetwork {
    static int close(Database db, String name) {
        return db.inTransaction(
                session -> {
                    TramLine line = session.query(TramLine.class).filterBy("name", name).one();
                    List<TramStop> stops =
                            session.query(TramStop.class).filterBy("line", line).all();
                    stops.forEach(session::delete);
                    session.delete(line);
                    return stops.size();
                });
    }
}
