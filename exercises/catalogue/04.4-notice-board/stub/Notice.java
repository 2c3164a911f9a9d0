package ch04_queries;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** A notice on the board of a house. You don't need to change this class. */
@Entity
public class Notice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String text;
    private Instant pinned;

    protected Notice() {}

    public Notice(String text, Instant pinned) {
        this.text = text;
        this.pinned = pinned;
    }

    public String getText() {
        return text;
    }
}
