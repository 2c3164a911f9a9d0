package ch03_sessions;

import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** A nursery prints labels for its pots. Many pots hold the same plant. */
public class PlantLabels {
    /**
     * Returns the label of each pot.
     *
     * @param db the database, with the model Plant
     * @param plantIds the id of the plant in each pot; an id may occur several times
     * @return the names of the plants, in the order of the pots
     */
    static List<String> labels(Database db, List<Integer> plantIds) {
        // TODO No plant may cost more than one SELECT, and only the rows of these plants may be
        // read.
        throw new NotSolvedYet("print the labels");
    }
}
