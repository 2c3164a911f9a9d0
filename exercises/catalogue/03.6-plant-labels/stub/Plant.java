package ch03_sessions;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A plant of the nursery. You don't need to change this class. */
@Entity
public class Plant {
    @Id private Integer id;
    private String name;

    protected Plant() {}

    public Plant(int id, String name) {
        this.id = id;
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }
}
