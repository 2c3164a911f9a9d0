package ch03_sessions;

import java.util.List;
import ormlab.Database;
import ormlab.query.Filters;

public class PlantLabels {
    static List<String> labels(Database db, List<Integer> plantIds) {
        return db.query(Plant.class).filter(Filters.in("id", plantIds.toArray())).all().stream()
                .map(Plant::getName)
                .toList();
    }
}
