package ch04_queries;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** A ticket of a cinema. You don't need to change this class. */
@Entity
public class Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private Instant sold;
    private boolean used;

    protected Ticket() {}

    public Ticket(Instant sold, boolean used) {
        this.sold = sold;
        this.used = used;
    }

    public Instant getSold() {
        return sold;
    }

    public boolean isUsed() {
        return used;
    }
}
