package ch03_sessions;

import java.util.List;
import ormlab.Database;

/**
 * find checks the session's entities first. The first pot with a plant costs a SELECT, the others
 * cost nothing, and no map is needed.
 */
public class PlantLabels {
    static List<String> labels(Database db, List<Integer> plantIds) {
        return plantIds.stream().map(id -> db.session().find(Plant.class, id).getName()).toList();
    }
}
