package ch09_out_of_the_notebook;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * Two tests of a Ranking. They are called with several rankings, right and wrong ones. A test
 * stores what it needs, calls the ranking and compares, for example with JUnit's assertEquals, so
 * it throws if the ranking is wrong. The database has the tables of User and Post, without a row.
 */
public class RankingTests {
    /** Tests which names a ranking returns. */
    public static void names(Database db, Ranking ranking) {
        // TODO Which rows must come later, and which must not come at all?
        throw new NotSolvedYet("test which names a ranking returns");
    }

    /** Tests how many statements a ranking sends. Right names are tested by the other method. */
    public static void statements(Database db, Ranking ranking) {
        // TODO
        throw new NotSolvedYet("test how many statements a ranking sends");
    }
}
