package ch05_relationships;

import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * A bike that can be rented.
 *
 * <p>TODO Make this class an entity with a generated id. Its table is bikes, with the frame number
 * in the column frame, and the equipment as one JSON document, which may be null, in the column
 * equipment.
 */
public class Bike {
    public Bike(String frame, Equipment equipment) {
        throw new NotSolvedYet("keep the two values");
    }

    public Equipment getEquipment() {
        throw new NotSolvedYet("return the equipment");
    }

    /**
     * Adds an extra to the equipment of this bike, at the end, unless the bike has it already.
     * Throws an IllegalStateException if the equipment is null.
     */
    public void addExtra(String extra) {
        throw new NotSolvedYet("add " + extra);
    }

    /** Returns the frame numbers of the bikes in exactly this colour, sorted, with one SELECT. */
    public static List<String> frames(Database db, String colour) {
        throw new NotSolvedYet("ask for the colour inside of the document");
    }
}
