package ch03_sessions;

import java.util.List;
import ormlab.Database;

public class PlantLabels {
    static List<String> labels(Database db, List<Integer> plantIds) {
        return plantIds.stream()
                .map(id -> db.query(Plant.class).filterBy("id", id).one().getName())
                .toList();
    }
}
