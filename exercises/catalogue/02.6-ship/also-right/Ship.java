package ch02_models;

import jakarta.persistence.*;

/** The field is named like its column, and the not-null rule is on the column. */
@Entity
@Table(name = "ships")
public class Ship {
    @Id @GeneratedValue private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(nullable = false)
    private Harbour home;

    @ManyToOne(fetch = FetchType.LAZY)
    private Harbour boundFor;

    private String name;

    Ship() {}

    public Ship(String name, Harbour home, Harbour destination) {
        this.name = name;
        this.home = home;
        this.boundFor = destination;
    }

    public Harbour getHome() {
        return home;
    }
}
