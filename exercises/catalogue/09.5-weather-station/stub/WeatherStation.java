package ch09_out_of_the_notebook;

import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** A weather station sends thousands of temperatures at a time, in tenths of a degree. */
public class WeatherStation {
    /** Stores a Measurement for each number, permanently. */
    public static void load(Database db, List<Integer> tenths) {
        // TODO Use one commit and few statements, and leave no measurement in db.session().
        throw new NotSolvedYet("store " + tenths.size() + " measurements");
    }

    /** The sensor was wrong: adds this to every measurement, and returns how many there are. */
    public static int correct(Database db, int tenths) {
        // TODO Send one UPDATE, load nothing, and commit.
        throw new NotSolvedYet("add " + tenths + " to each measurement");
    }

    /** Returns the temperatures below this one, the coldest first. */
    public static List<Integer> below(Database db, int tenths) {
        // TODO Read numbers, not objects, and let the database choose and sort them.
        throw new NotSolvedYet("find what is below " + tenths);
    }
}
