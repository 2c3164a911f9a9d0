package ch08_shell;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A bed in a garden; its plants refer to it. You don't need to change this class. */
@Entity
public class Bed {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String place;

    protected Bed() {}

    public Bed(String place) {
        this.place = place;
    }

    public String getPlace() {
        return place;
    }
}
