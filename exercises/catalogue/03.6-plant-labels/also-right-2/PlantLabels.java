package ch03_sessions;

import java.util.ArrayList;
import java.util.List;
import ormlab.Database;

/** In a session of its own, by the query's get, which asks the register too. */
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
