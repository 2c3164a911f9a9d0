package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import ormlab.relationship.DynamicList;

/** A course, which many students take. You don't need to change this class. */
@Entity
public class Course {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String title;

    @ManyToMany(mappedBy = "courses")
    private DynamicList<Student> students = DynamicList.empty();

    protected Course() {}

    public Course(String title) {
        this.title = title;
    }

    public DynamicList<Student> getStudents() {
        return students;
    }

    @Override
    public String toString() {
        return title;
    }
}
