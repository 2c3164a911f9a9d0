package ch03_sessions;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A line of trams. Nothing is to be done here. */
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
