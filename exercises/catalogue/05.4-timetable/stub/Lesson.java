package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A lesson. You don't need to change this class. */
@Entity
public class Lesson {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private int hour;
    private String subject;

    @ManyToOne(fetch = FetchType.LAZY)
    private Teacher teacher;

    protected Lesson() {}

    public Lesson(int hour, String subject, Teacher teacher) {
        this.hour = hour;
        this.subject = subject;
        this.teacher = teacher;
    }

    public String getSubject() {
        return subject;
    }

    public Teacher getTeacher() {
        return teacher;
    }
}
