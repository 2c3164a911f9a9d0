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
    @DisplayName("The prediction is what the slow timetable really sends.")
    void prediction() {
        int was = db.trace(() -> SlowTimetable.lessons(db)).selects();
        int said = Timetable.selectsOfLessons(LESSONS, TEACHERS);
        String fact = "For " + LESSONS + " lessons of " + TEACHERS + " teachers it sent " + was;
        Mistake.when(
                said == LESSONS + 1,
                fact
                        + ", not "
                        + said
                        + ": the session remembers a teacher, so only the first lesson of each one asks.",
                PLUS);
        Mistake.when(
                said == TEACHERS,
                fact + ", not " + said + ": one more fetched the lessons themselves.",
                PLUS);
        Mistake.when(
                said == 1,
                fact
                        + ", not 1: the query loads lessons only. A teacher is a stand-in until its name is"
                        + " asked for, and then loads by itself.",
                PLUS);
        Mistake.when(said != was, fact + ", and you said " + said + ".", PLUS);
    }

    @Test
    @Order(2)
    @DisplayName("The lessons are listed by the hour, each with its teacher.")
    void lessons() {
        same(SlowTimetable.lessons(db), Timetable.lessons(db), "lessons");
    }

    @Test
    @Order(3)
    @DisplayName("The lessons cost one SELECT.")
    void lessonsBudget() {
        one("lessons", "fetch(\"teacher\")", db.trace(() -> Timetable.lessons(db)));
    }

    @Test
    @Order(4)
    @DisplayName("The teachers are listed by name, also one without a lesson.")
    void teachers() {
        db.session().add(new Teacher("idle"));
        db.session().commit();
        List<String> slow = SlowTimetable.teachers(db);
        db.closeSession();
        List<String> found = Timetable.teachers(db);
        Mistake.when(
                !found.contains("idle has 0") && found.size() == slow.size() - 1,
                "A teacher without a lesson is missing: a plain join keeps only who has one. left join"
                        + " keeps all.",
                GROUPS);
        same(slow, found, "teachers");
    }

    @Test
    @Order(5)
    @DisplayName("The teachers cost one SELECT.")
    void teachersBudget() {
        one("teachers", "fetch(\"lessons\")", db.trace(() -> Timetable.teachers(db)));
    }

    private static void same(List<String> slow, List<String> found, String what) {
        Mistake.when(
                !found.equals(slow)
                        && found.stream().sorted().toList().equals(slow.stream().sorted().toList()),
                "The " + what + " are all there, and in another order than the slow ones.",
                JOIN);
        Mistake.when(
                !found.equals(slow),
                "The " + what + " are " + found + ", and not " + slow + ".",
                JOIN);
    }

    private static void one(String what, String remedy, Trace trace) {
        Mistake.when(
                trace.selects() > 1,
                "The "
                        + what
                        + " took "
                        + trace.selects()
                        + " SELECTs, where one does: each touch in the loop loads by itself. Say in the"
                        + " query what the loop needs: "
                        + remedy
                        + ".",
                JOIN);
    }
}
