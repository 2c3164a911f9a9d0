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
 * Why so: neither a show nor a seat is unique by itself, so the rule is about both together and
 * stands above the class, with the columns' names. The moment of sale is filled in by Java, for
 * each ticket anew; the index serves those who ask for it.
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
