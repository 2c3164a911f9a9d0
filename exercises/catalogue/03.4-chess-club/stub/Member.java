package ch03_sessions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A member of the club. You don't need to change this class. */
@Entity
public class Member {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 20, nullable = false, unique = true)
    private String name;

    protected Member() {}

    public Member(String name) {
        if (name != null && name.isBlank()) {
            throw new IllegalArgumentException("A name must not be blank.");
        }
        this.name = name;
    }
}
