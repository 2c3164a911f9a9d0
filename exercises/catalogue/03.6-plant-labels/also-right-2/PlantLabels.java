package ch03_sessions;

import java.util.ArrayList;
import java.util.List;
import ormlab.Database;

/** In a separate session, with the query's get, which also checks the session's entities first. */
public class PlantLabels {
    static List<String> labels(Database db, List<Integer> plantIds) {
        return db.inTransaction(
                session -> {
                    List<String> labels = new ArrayList<>();
                    for (int id : plantIds) {
                        labels.add(session.query(Plant.class).get(id).orElseThrow().getName());
                    }
                    return labels;
                });
    }
}
