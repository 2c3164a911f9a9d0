package ch03_sessions;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A plant of the nursery. Nothing is to be done here. */
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
