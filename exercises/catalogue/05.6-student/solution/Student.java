package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A student either takes a course or does not, so the courses are a set: the pair is the primary
 * key of the join table, and leaving deletes one row. Nothing cascades, because a course doesn't
 * belong to one student.
 */
@Entity
public class Student {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToMany private Set<Course> courses = new LinkedHashSet<>();

    public void enrol(Course course) {
        courses.add(course);
    }

    public void leave(Course course) {
        courses.remove(course);
    }

    public Collection<Course> getCourses() {
        return courses;
    }
}
