package ch04_queries;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A flat to let. You don't need to change this class. */
@Entity
public class Flat {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String city;
    private int rooms;
    private int rent;

    protected Flat() {}

    public Flat(String city, int rooms, int rent) {
        this.city = city;
        this.rooms = rooms;
        this.rent = rent;
    }

    public int getRooms() {
        return rooms;
    }

    public int getRent() {
        return rent;
    }

    @Override
    public String toString() {
        return city + " " + rooms + " rooms for " + rent;
    }
}
