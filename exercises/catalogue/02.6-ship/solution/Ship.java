package ch02_models;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * Many ships can have the same home, so both associations are ManyToOne. The home is required, the
 * destination is optional. They are lazy, because a program that loads a ship does not always need
 * its harbours.
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
    private Harbour destination;

    protected Ship() {}

    public Ship(String name, Harbour home, Harbour destination) {
        this.name = name;
        this.home = home;
        this.destination = destination;
    }

    public Harbour getHome() {
        return home;
    }
}
