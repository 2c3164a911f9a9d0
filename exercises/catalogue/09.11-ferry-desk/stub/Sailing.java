package ch09_out_of_the_notebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A sailing of a ferry, with its number of free seats. You don't need to change this class. */
@Entity
public class Sailing {
    @Id private String name;

    @Column(nullable = false)
    private int free;

    protected Sailing() {}

    public Sailing(String name, int free) {
        this.name = name;
        this.free = free;
    }

    public String getName() {
        return name;
    }

    public int getFree() {
        return free;
    }

    public void setFree(int free) {
        this.free = free;
    }
}
