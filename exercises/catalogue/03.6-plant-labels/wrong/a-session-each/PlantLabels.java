package ch03_sessions;

import java.util.List;
import ormlab.Database;

public class PlantLabels {
    static List<String> labels(Database db, List<Integer> plantIds) {
        return plantIds.stream()
                .map(id -> db.inTransaction(session -> session.find(Plant.class, id).getName()))
                .toList();
    }
}
