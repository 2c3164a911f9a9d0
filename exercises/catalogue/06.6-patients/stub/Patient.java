package ch06_migrations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A patient on the new form. You don't need to change this class. */
@Entity
public class Patient {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String name;
    private Integer age;

    @Column(length = 30)
    private String mobile;

    @Column(length = 20, nullable = false)
    private String ward;

    protected Patient() {}
}
