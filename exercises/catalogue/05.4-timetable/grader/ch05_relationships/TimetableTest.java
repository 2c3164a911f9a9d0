package ch05_relationships;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("The timetable of a school")
class TimetableTest {
    private static final String PLUS = "05c_loading, \"N+1\"";
    private static final String JOIN = "05c_loading, \"With a join\"";
    private static final String GROUPS = "04c_three_languages, \"HQL: queries about classes\"";
    private static final int TEACHERS = 4;
    private static final int LESSONS = 12;

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void school() {
        db.models(Teacher.class, Lesson.class).createAll();
        Teacher[] teachers = new Teacher[TEACHERS];
        for (int i = 0; i < TEACHERS; i++) {
            teachers[i] = new Teacher("teacher " + i);
            db.session().add(teachers[i]);
        }
        for (int i = 0; i < LESSONS; i++) {
            db.session().add(new Lesson(LESSONS - i, "subject " + i, teachers[i % TEACHERS]));
        }
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("The prediction matches what the slow timetable sends.")
    void prediction() {
        int was = db.trace(() -> SlowTimetable.lessons(db)).selects();
        int said = Timetable.selectsOfLessons(LESSONS, TEACHERS);
        String fact = "For " + LESSONS + " lessons of " + TEACHERS + " teachers it sent " + was;
        Mistake.when(
                said == LESSONS + 1,
                fact
                        + ", not "
                        + said
                        + ": the session keeps the teachers that it has loaded, so only the"
                        + " first lesson of each teacher needs a SELECT.",
                PLUS);
        Mistake.when(
                said == TEACHERS,
                fact + ", not " + said + ": one more SELECT loaded the lessons themselves.",
                PLUS);
        Mistake.when(
                said == 1,
                fact
                        + ", not 1: the query only loads lessons. A teacher is a proxy"
                        + " until its name is used, which then takes another SELECT.",
                PLUS);
        Mistake.when(said != was, fact + ", but you predicted " + said + ".", PLUS);
    }

    @Test
    @Order(2)
    @DisplayName("The lessons are listed by hour, each with its teacher.")
    void lessons() {
        same(SlowTimetable.lessons(db), Timetable.lessons(db), "lessons");
    }

    @Test
    @Order(3)
    @DisplayName("The lessons take one SELECT.")
    void lessonsBudget() {
        one("lessons", "fetch(\"teacher\")", db.trace(() -> Timetable.lessons(db)));
    }

    @Test
    @Order(4)
    @DisplayName("The teachers are listed by name, including one without a lesson.")
    void teachers() {
        db.session().add(new Teacher("idle"));
        db.session().commit();
        List<String> slow = SlowTimetable.teachers(db);
        db.closeSession();
        List<String> found = Timetable.teachers(db);
        Mistake.when(
                !found.contains("idle has 0") && found.size() == slow.size() - 1,
                "A teacher without a lesson is missing: a plain join drops such teachers."
                        + " A left join keeps all.",
                GROUPS);
        same(slow, found, "teachers");
    }

    @Test
    @Order(5)
    @DisplayName("The teachers take one SELECT.")
    void teachersBudget() {
        one("teachers", "fetch(\"lessons\")", db.trace(() -> Timetable.teachers(db)));
    }

    private static void same(List<String> slow, List<String> found, String what) {
        Mistake.when(
                !found.equals(slow)
                        && found.stream().sorted().toList().equals(slow.stream().sorted().toList()),
                "The " + what + " are complete, but in a different order than in SlowTimetable.",
                JOIN);
        Mistake.when(
                !found.equals(slow),
                "The " + what + " are " + found + " instead of " + slow + ".",
                JOIN);
    }

    private static void one(String what, String remedy, Trace trace) {
        Mistake.when(
                trace.selects() > 1,
                "The "
                        + what
                        + " took "
                        + trace.selects()
                        + " SELECTs, but one is enough: each access in the loop loads separately."
                        + " Load in the query what the loop needs: "
                        + remedy
                        + ".",
                JOIN);
    }
}
