package ch02_models;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;

/** With a unique index instead of a constraint, and the time set in the constructor. */
@Entity
@Table(
        name = "tickets",
        indexes = {
            @Index(columnList = "seat, show_number", unique = true),
            @Index(name = "sold_lately", columnList = "sold_at desc")
        })
public class Ticket {
    @Id @GeneratedValue private Integer id;
    private int showNumber;
    private String seat;
    private Instant soldAt;

    protected Ticket() {}

    public Ticket(int showNumber, String seat) {
        this.showNumber = showNumber;
        this.seat = seat;
        this.soldAt = Instant.now();
    }

    public Instant getSoldAt() {
        return soldAt;
    }
}
