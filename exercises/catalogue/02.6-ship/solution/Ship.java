package ch02_models;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * Why so: many ships have the same home, so both references are ManyToOne. The home must be there;
 * the goal may be missing. LAZY, because who looks at a ship does not always ask for its harbours.
 */
@Entity
public class Ship {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Harbour home;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "bound_for_id")
    private Harbour goal;

    protected Ship() {}

    public Ship(String name, Harbour home, Harbour goal) {
        this.name = name;
        this.home = home;
        this.goal = goal;
    }

    public Harbour getHome() {
        return home;
    }
}
