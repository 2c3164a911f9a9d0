package ch02_models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;

/**
 * Neither a show nor a seat alone is unique, so the constraint is on both together, above the
 * class, and names columns. Java sets the time of sale for each new ticket. The index is for
 * queries by that time.
 */
@Entity
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"show_number", "seat"}),
        indexes = @Index(columnList = "sold_at"))
public class Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private int showNumber;

    @Column(nullable = false)
    private String seat;

    @Column(nullable = false)
    private Instant soldAt = Instant.now();

    protected Ticket() {}

    public Ticket(int showNumber, String seat) {
        this.showNumber = showNumber;
        this.seat = seat;
    }

    public Instant getSoldAt() {
        return soldAt;
    }
}
