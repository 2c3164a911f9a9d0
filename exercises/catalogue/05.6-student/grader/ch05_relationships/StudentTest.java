package ch05_relationships;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;
import ormlab.grade.Mistake;
import ormlab.schema.Table;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("Students and courses")
class StudentTest {
    private static final String PAIRS = "05d_many_to_many, \"A table of pairs\"";
    private static final String SET = "05d_many_to_many, \"Each pair once\"";
    private static final String OTHER = "05d_many_to_many, \"The other side\"";

    private final Database db = Database.open("sqlite://");
    private final Student fred = new Student();
    private final Student susan = new Student();
    private final Course maths = new Course("maths");
    private final Course music = new Course("music");
    private final Course law = new Course("law");

    @BeforeEach
    void tables() {
        db.models(Student.class, Course.class).createAll();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void store() {
        db.session().addAll(maths, music, law, fred, susan);
        fred.enrol(maths);
        fred.enrol(music);
        fred.enrol(law);
        susan.enrol(maths);
        try {
            db.session().commit();
        } catch (ConstraintViolation refused) {
            throw new Mistake(
                    "Fred and susan both take maths, but the table rejected the second"
                            + " pair: with @OneToMany a course belongs to one student. Use"
                            + " @ManyToMany.",
                    PAIRS);
        }
        Mistake.when(
                !List.copyOf(fred.getCourses()).containsAll(List.of(maths, music, law)),
                "Fred took three courses, but has " + fred.getCourses() + ".",
                SET);
    }

    private Course stored(String title) {
        return db.query(Course.class).filterBy("title", title).one();
    }

    @Test
    @Order(1)
    @DisplayName("A student takes several courses, and each course lists its students.")
    void enrol() {
        store();
        db.session().clear();
        long students = stored("maths").getStudents().count();
        Mistake.when(
                students != 2,
                "Two students take maths, but the course lists " + students + ".",
                PAIRS);
    }

    @Test
    @Order(2)
    @DisplayName("The table itself prevents the same pair from being stored twice.")
    void once() {
        store();
        takesMathsOnce();
    }

    private void takesMathsOnce() {
        fred.enrol(maths);
        db.session().commit();
        Table pairs = pairs();
        Mistake.when(
                fred.getCourses().size() == 4
                        || db.rows("select * from \"" + pairs.name() + "\"").size() == 5,
                "Fred took maths a second time, and it is stored twice: a List may"
                        + " contain the same element several times. A Set contains it once.",
                PAIRS);
        Mistake.when(
                !pairs.columnNames().stream().allMatch(pairs::inPrimaryKey),
                "Your code checks before it adds, but the table does not: the join table"
                        + " of a List has no key, so another program can store a pair twice. With a"
                        + " Set, the pair is the primary key.",
                SET);
    }

    private Table pairs() {
        return db.diagram().tables().stream()
                .filter(table -> table.foreignKeys().size() == 2)
                .findFirst()
                .orElseThrow(() -> new Mistake("There is no join table.", PAIRS));
    }

    @Test
    @Order(3)
    @DisplayName("Leaving a course deletes one pair, and nothing else.")
    void leave() {
        store();
        Table pairs = pairs();
        if (!pairs.columnNames().stream().allMatch(pairs::inPrimaryKey)) {
            takesMathsOnce(); // A List fails both tasks, but is reported once.
        }
        Trace trace =
                db.trace(
                        () -> {
                            fred.leave(music);
                            db.session().commit();
                        });
        long inserted = rows(trace, "insert");
        Mistake.when(
                fred.getCourses().isEmpty(),
                "Fred left music, and now has no courses at all.",
                SET);
        Mistake.when(
                fred.getCourses().contains(music), "Fred left music, but still takes it.", SET);
        Mistake.when(
                rows(trace, "delete") != 1 || inserted > 0,
                "Leaving one course deleted "
                        + rows(trace, "delete")
                        + " pairs and inserted "
                        + inserted
                        + ".",
                SET);
    }

    @Test
    @Order(4)
    @DisplayName("Deleting a student deletes the pairs, but not the courses.")
    void delete() {
        store();
        db.session().clear();
        try {
            db.session().delete(db.query(Student.class).get(2).orElseThrow());
            db.session().commit();
        } catch (ConstraintViolation refused) {
            throw new Mistake(
                    "Susan cannot be deleted, because her courses would be deleted with"
                            + " her, and fred takes them as well. Don't cascade on many-to-many.",
                    OTHER);
        }
        Mistake.when(
                db.query(Course.class).count() != 3,
                "A course was deleted with susan, although it doesn't belong to her"
                        + " alone. Don't cascade on many-to-many.",
                OTHER);
    }

    private static long rows(Trace trace, String verb) {
        return trace.statements().stream()
                .filter(sent -> sent.sql().startsWith(verb))
                .mapToLong(TracedStatement::rows)
                .sum();
    }
}
