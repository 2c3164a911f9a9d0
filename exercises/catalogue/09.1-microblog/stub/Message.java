package ch09_out_of_the_notebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A short text by a member. You don't need to change this class. */
@Entity
@Table(name = "messages")
public class Message {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 140, nullable = false)
    private String text;

    @Column(nullable = false)
    private Instant written;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Member author;

    protected Message() {}

    public Message(String text, Instant written, Member author) {
        this.text = text;
        this.written = written;
        this.author = author;
    }

    public Integer getId() {
        return id;
    }

    public String getText() {
        return text;
    }

    public Instant getWritten() {
        return written;
    }

    public Member getAuthor() {
        return author;
    }
}
