package ch02_models;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
public class Ship {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String name;

    private Harbour home;

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
