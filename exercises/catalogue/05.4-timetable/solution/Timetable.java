package ch05_relationships;

import java.util.List;
import ormlab.Database;

/**
 * Why so: the loop touches what was not loaded, and each touch is a trip. Fetch says in the query
 * what the loop will need. For the numbers alone the database can count; fetching the lessons costs
 * one statement, too, and is right where they are shown.
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
