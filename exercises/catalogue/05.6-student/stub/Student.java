package ch05_relationships;

import jakarta.persistence.*;
import java.util.*;
import ormlab.grade.NotSolvedYet;

/** A student takes courses, each of them once. Course (next to this file) has the other side. */
@Entity
public class Student {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    // TODO No pair may be in the table twice, and leaving a course must delete only one row.
    @ManyToMany private List<Course> courses = new ArrayList<>();

    /** Takes a course. Taking it again changes nothing. */
    public void enrol(Course course) {
        throw new NotSolvedYet("take " + course);
    }

    /** Leaves a course, which still exists for the other students. */
    public void leave(Course course) {
        throw new NotSolvedYet("leave " + course);
    }

    public Collection<Course> getCourses() {
        return courses;
    }
}
