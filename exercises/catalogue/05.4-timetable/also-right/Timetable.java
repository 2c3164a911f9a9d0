package ch05_relationships;

import java.util.List;
import ormlab.Database;

public class Timetable {
    public static int selectsOfLessons(int lessons, int teachers) {
        return teachers + 1;
    }

    public static List<String> lessons(Database db) {
        return db.query(Lesson.class).orderBy("hour").fetch("teacher").all().stream()
                .map(lesson -> lesson.getSubject() + " with " + lesson.getTeacher().getName())
                .toList();
    }

    public static List<String> teachers(Database db) {
        String hql =
                """
                select t.name || ' has ' || cast(count(l) as string)
                from Teacher t left join t.lessons l
                group by t.id, t.name
                order by t.name
                """;
        return db.session().createSelectionQuery(hql, String.class).getResultList();
    }
}
