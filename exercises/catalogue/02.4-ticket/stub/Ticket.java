package ch02_models;

import jakarta.persistence.*;
import java.time.Instant;
import ormlab.grade.NotSolvedYet;

/**
 * A cinema sells tickets: a seat such as "C7" in a show. TODO In one show each seat is sold once.
 * Each ticket knows when it was sold, without anybody saying it. The cinema often asks for the
 * tickets since this morning: an index makes that quick.
 */
@Entity
public class Ticket {
    @Id @GeneratedValue private Integer id;
    private int showNumber;
    private String seat;
    private Instant soldAt;

    protected Ticket() {}

    public Ticket(int showNumber, String seat) {
        throw new NotSolvedYet("keep the show and the seat");
    }

    public Instant getSoldAt() {
        return soldAt;
    }
}
