package ch05_relationships;

import jakarta.persistence.*;
import java.util.*;
import ormlab.grade.NotSolvedYet;

/** A student takes courses, each of them once. Course (beside this file) has the other side. */
@Entity
public class Student {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    // TODO No pair may stand in the table twice, and to leave a course must delete one row only.
    @ManyToMany private List<Course> courses = new ArrayList<>();

    /** Takes a course; who takes it already goes on taking it, once. */
    public void enrol(Course course) {
        throw new NotSolvedYet("take " + course);
    }

    /** Leaves a course, which stays for the others. */
    public void leave(Course course) {
        throw new NotSolvedYet("leave " + course);
    }

    public Collection<Course> getCourses() {
        return courses;
    }
}
