package ch05_relationships;

import java.util.List;
import ormlab.Database;

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
        return db.query(Teacher.class).orderBy("name").all().stream()
                .map(teacher -> teacher.getName() + " has " + teacher.getLessons().size())
                .toList();
    }
}
