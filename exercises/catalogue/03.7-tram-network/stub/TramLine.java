package ch03_sessions;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A tram line. You don't need to change this class. */
@Entity
public class TramLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String name;

    protected TramLine() {}

    public TramLine(String name) {
        this.name = name;
    }

    public String toString() {
        return "line " + name;
    }
}
