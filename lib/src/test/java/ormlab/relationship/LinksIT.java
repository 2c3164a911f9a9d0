package ormlab.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;
import ormlab.Database;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** Many-to-many associations, a link that carries data, cascades and orphans. */
class LinksIT {
    @Entity
    static class Student {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @ManyToMany private Set<Course> courses = new LinkedHashSet<>();

        @OneToMany(mappedBy = "student", cascade = CascadeType.ALL, orphanRemoval = true)
        private DynamicList<Mark> marks = DynamicList.empty();

        protected Student() {}

        Student(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Entity
    static class Course {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String title;

        @ManyToMany(mappedBy = "courses")
        private DynamicList<Student> students = DynamicList.empty();

        protected Course() {}

        Course(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /** A link with data: a student's mark in a course, once for each pair. */
    @Entity
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"student_id", "course_id"}))
    static class Mark {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        int points;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        private Student student;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        private Course course;

        protected Mark() {}

        Mark(Course course, int points) {
            this.course = course;
            this.points = points;
        }

        @Override
        public String toString() {
            return String.valueOf(points);
        }
    }

    private static Database open(TestDatabase kind) {
        return kind.open(Student.class, Course.class, Mark.class);
    }

    @OnEveryDatabase
    void a_pair_is_stored_once_and_can_be_removed(TestDatabase kind) {
        try (Database db = open(kind)) {
            Student susan = new Student("susan");
            Course sql = new Course("SQL");
            susan.courses.addAll(List.of(sql, sql));
            db.session().addAll(susan, sql);
            db.session().commit();
            assertThat(sql.students.all()).hasToString("[susan]");
            assertThat(db.rows("select * from student_courses").size()).isEqualTo(1);
            susan.courses.remove(sql);
            db.session().commit();
            assertThat(sql.students.count()).isZero();
        }
    }

    @OnEveryDatabase
    void the_database_refuses_a_second_pair(TestDatabase kind) {
        try (Database db = open(kind)) {
            Student susan = new Student("susan");
            Course sql = new Course("SQL");
            susan.courses.add(sql);
            db.session().addAll(susan, sql);
            db.session().commit();
            assertThatThrownBy(
                            () ->
                                    db.inTransaction(
                                            session ->
                                                    session.createNativeMutationQuery(
                                                                    "insert into student_courses"
                                                                            + " select * from student_courses")
                                                            .executeUpdate()))
                    .isInstanceOf(ConstraintViolationException.class);
        }
    }

    @OnEveryDatabase
    void a_link_carries_data_and_can_be_queried_by_it(TestDatabase kind) {
        try (Database db = open(kind)) {
            Student susan = new Student("susan");
            Course sql = new Course("SQL");
            Course java = new Course("Java");
            susan.marks.addAll(List.of(new Mark(sql, 12), new Mark(java, 15)));
            db.session().addAll(susan, sql, java);
            db.session().commit();
            assertThat(susan.marks.orderBy("points desc").all()).hasToString("[15, 12]");
            assertThat(susan.marks.filterBy("course.title", "SQL").first()).isPresent();
            susan.marks.add(new Mark(sql, 3));
            assertThatThrownBy(() -> db.session().commit())
                    .isInstanceOf(ConstraintViolationException.class)
                    .hasMessageContaining("must be unique");
        }
    }

    @OnEveryDatabase
    void an_element_removed_from_an_owning_list_is_deleted(TestDatabase kind) {
        try (Database db = open(kind)) {
            Student susan = new Student("susan");
            Course sql = new Course("SQL");
            Mark mark = new Mark(sql, 12);
            susan.marks.add(mark);
            db.session().addAll(susan, sql);
            db.session().commit();
            susan.marks.remove(mark);
            db.session().commit();
            assertThat(db.query(Mark.class).count()).isZero();
        }
    }

    @OnEveryDatabase
    void deleting_an_owner_deletes_what_it_owns(TestDatabase kind) {
        try (Database db = open(kind)) {
            Student susan = new Student("susan");
            Course sql = new Course("SQL");
            susan.marks.add(new Mark(sql, 12));
            susan.courses.add(sql);
            db.session().addAll(susan, sql);
            db.session().commit();
            db.session().clear();
            db.session().delete(db.query(Student.class).one());
            db.session().commit();
            assertThat(db.query(Mark.class).count()).isZero();
            assertThat(db.rows("select * from student_courses").size()).isZero();
            assertThat(db.query(Course.class).count()).isEqualTo(1);
        }
    }
}
