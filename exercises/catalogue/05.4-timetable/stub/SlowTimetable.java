package ch05_relationships;

import java.util.List;
import ormlab.Database;

/** The timetable as it was: correct, but slow. You don't need to change this class. */
public class SlowTimetable {
    /** Returns lines such as: maths with susan. */
    public static List<String> lessons(Database db) {
        return db.query(Lesson.class).orderBy("hour").all().stream()
                .map(lesson -> lesson.getSubject() + " with " + lesson.getTeacher().getName())
                .toList();
    }

    /** Returns lines such as: susan has 4. */
    public static List<String> teachers(Database db) {
        return db.query(Teacher.class).orderBy("name").all().stream()
                .map(teacher -> teacher.getName() + " has " + teacher.getLessons().size())
                .toList();
    }
}
