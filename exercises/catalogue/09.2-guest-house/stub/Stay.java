package ch09_out_of_the_notebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A guest's stay, with or without a room. You don't need to change this class. */
@Entity
public class Stay {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 40, nullable = false, unique = true)
    private String guest;

    private Integer room;

    protected Stay() {}

    public Stay(String guest, Integer room) {
        this.guest = guest;
        this.room = room;
    }

    public Integer getId() {
        return id;
    }

    public String getGuest() {
        return guest;
    }

    public Integer getRoom() {
        return room;
    }
}
