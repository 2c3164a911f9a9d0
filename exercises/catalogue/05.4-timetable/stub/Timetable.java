package ch05_relationships;

import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** SlowTimetable (beside this file) is right and slow. Read it, predict, and write it anew. */
public class Timetable {
    // TODO Predict: how many SELECTs does SlowTimetable.lessons send, if each teacher has lessons?
    public static int selectsOfLessons(int lessons, int teachers) {
        throw new NotSolvedYet("say how many SELECTs for so many lessons of so many teachers");
    }

    /** Gives the same lines as SlowTimetable.lessons, with one SELECT. */
    public static List<String> lessons(Database db) {
        // TODO
        throw new NotSolvedYet("list the lessons");
    }

    /** Gives the same lines as SlowTimetable.teachers, with one SELECT; some have no lesson. */
    public static List<String> teachers(Database db) {
        // TODO
        throw new NotSolvedYet("list the teachers");
    }
}
