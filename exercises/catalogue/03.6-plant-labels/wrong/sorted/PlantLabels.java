package ch03_sessions;

import java.util.List;
import ormlab.Database;

public class PlantLabels {
    static List<String> labels(Database db, List<Integer> plantIds) {
        return plantIds.stream()
                .sorted()
                .map(id -> db.session().find(Plant.class, id).getName())
                .toList();
    }
}
