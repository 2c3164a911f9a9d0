package ch03_sessions;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ormlab.Database;
import ormlab.query.Filters;

/** One SELECT for all plants, then a loop over the pots in memory. */
public class PlantLabels {
    static List<String> labels(Database db, List<Integer> plantIds) {
        Object[] different = new TreeSet<>(plantIds).toArray();
        Map<Integer, String> names =
                db.query(Plant.class).filter(Filters.in("id", different)).all().stream()
                        .collect(Collectors.toMap(Plant::getId, Plant::getName));
        return plantIds.stream().map(names::get).toList();
    }
}
