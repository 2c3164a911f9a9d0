package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

@Entity
public class Student {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @OneToMany private Set<Course> courses = new LinkedHashSet<>();

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
