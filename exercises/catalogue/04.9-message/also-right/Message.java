package ch04_queries;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;

/** The index of the sender has the time as well, for a page that doesn't exist yet. */
@Entity
@Table(
        name = "messages",
        indexes = {
            @Index(name = "outbox", columnList = "sender, sent_at desc"),
            @Index(name = "inbox", columnList = "recipient, sent_at desc")
        })
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
