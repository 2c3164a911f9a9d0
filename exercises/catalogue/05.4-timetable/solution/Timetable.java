package ch05_relationships;

import java.util.List;
import ormlab.Database;

/**
 * The loop uses what was not loaded yet, and each use is another SELECT. fetch lets the query load
 * what the loop needs. If you only need the numbers, the database can count; fetching the lessons
 * is also one statement, and the right one if they are shown.
 */
public class Timetable {
    public static int selectsOfLessons(int lessons, int teachers) {
        return 1 + teachers;
    }

    public static List<String> lessons(Database db) {
        return db.query(Lesson.class).orderBy("hour").fetch("teacher").all().stream()
                .map(lesson -> lesson.getSubject() + " with " + lesson.getTeacher().getName())
                .toList();
    }

    public static List<String> teachers(Database db) {
        return db.query(Teacher.class).orderBy("name").fetch("lessons").all().stream()
                .map(teacher -> teacher.getName() + " has " + teacher.getLessons().size())
                .toList();
    }
}
