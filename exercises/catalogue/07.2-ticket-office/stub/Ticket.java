package ch07_view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A ticket for a seat. You don't need to change this class. */
@Entity
public class Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(nullable = false, unique = true)
    private String seat;

    protected Ticket() {}

    public Ticket(String seat) {
        this.seat = seat;
    }

    public String getSeat() {
        return seat;
    }
}
