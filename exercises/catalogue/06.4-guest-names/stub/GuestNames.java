package ch06_migrations;

import ormlab.grade.NotSolvedYet;

/**
 * A hotel splits the names of its guests. V2 adds the columns first_name and last_name, runs
 * fill(), and drops full_name. U2 adds full_name, runs back(), and drops the two.
 */
public class GuestNames {
    // TODO SQL: up to the first blank is the first name, the rest the last name. One word: no last
    // name.
    public static String fill() {
        throw new NotSolvedYet("fill first_name and last_name");
    }

    // TODO SQL: each guest gets the name back that it had.
    public static String back() {
        throw new NotSolvedYet("fill full_name");
    }
}
