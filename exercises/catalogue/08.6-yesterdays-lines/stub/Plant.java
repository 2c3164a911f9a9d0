package ch08_shell;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A plant in a bed of a garden. You don't need to change this class. */
@Entity
public class Plant {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(nullable = false, unique = true)
    private String name;

    private int watered;

    @ManyToOne private Bed bed;

    protected Plant() {}

    public Plant(String name, Bed bed) {
        this.name = name;
        this.bed = bed;
    }

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public int getWatered() {
        return watered;
    }

    public void setWatered(int watered) {
        this.watered = watered;
    }
}
