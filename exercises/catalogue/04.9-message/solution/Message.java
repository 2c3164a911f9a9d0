package ch04_queries;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * The inbox compares the recipient with = and sorts by time, so its index has the columns in this
 * order, and the ten newest messages are next to each other. The other page needs the sender only.
 */
@Entity
@Table(
        name = "messages",
        indexes = {@Index(columnList = "recipient, sent_at"), @Index(columnList = "sender")})
public class Message {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 64, nullable = false)
    private String sender;

    @Column(length = 64, nullable = false)
    private String recipient;

    @Column(length = 500, nullable = false)
    private String body;

    @Column(nullable = false)
    private Instant sentAt;

    protected Message() {}

    public Message(String sender, String recipient, String body, Instant sentAt) {
        this.sender = sender;
        this.recipient = recipient;
        this.body = body;
        this.sentAt = sentAt;
    }
}
