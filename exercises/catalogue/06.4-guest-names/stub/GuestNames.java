package ch06_migrations;

import ormlab.grade.NotSolvedYet;

/**
 * A hotel splits the names of its guests, in the table guest. V2 adds the columns first_name and
 * last_name, runs fill(), and drops full_name. U2 adds full_name, runs back(), and drops the other
 * two.
 */
public class GuestNames {
    // TODO SQL: the first name is the text before the first space, the last name is the rest. A
    // name of one word has no last name.
    public static String fill() {
        throw new NotSolvedYet("fill first_name and last_name");
    }

    // TODO SQL: restore the name of each guest.
    public static String back() {
        throw new NotSolvedYet("fill full_name");
    }
}
