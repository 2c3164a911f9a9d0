package ch03_sessions;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ormlab.Database;

public class PlantLabels {
    static List<String> labels(Database db, List<Integer> plantIds) {
        Map<Integer, String> names =
                db.query(Plant.class).all().stream()
                        .collect(Collectors.toMap(Plant::getId, Plant::getName));
        return plantIds.stream().map(names::get).toList();
    }
}
