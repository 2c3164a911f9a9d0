package ch02_models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(indexes = @Index(columnList = "sold_at"))
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
