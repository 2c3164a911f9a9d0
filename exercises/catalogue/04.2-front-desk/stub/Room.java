package ch04_queries;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A room of the hotel. You don't need to change this class. */
@Entity
public class Room {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private int number;
    private String kind;
    private String guest;

    protected Room() {}

    public Room(int number, String kind, String guest) {
        this.number = number;
        this.kind = kind;
        this.guest = guest;
    }

    public int getNumber() {
        return number;
    }

    public String getGuest() {
        return guest;
    }

    @Override
    public String toString() {
        return "<Room " + number + ">";
    }
}
