package ch04_queries;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDate;

/** A vehicle has crossed the bridge. You don't need to change this class. */
@Entity
@Table(name = "passages")
public class Passage {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 12, nullable = false)
    private String plate;

    private int lane;

    @Column(nullable = false)
    private Instant passedAt;

    private LocalDate paidOn;

    protected Passage() {}

    public Passage(String plate, int lane, Instant passedAt, LocalDate paidOn) {
        this.plate = plate;
        this.lane = lane;
        this.passedAt = passedAt;
        this.paidOn = paidOn;
    }
}
