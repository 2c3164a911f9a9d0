package ch04_queries;

import jakarta.persistence.*;
import java.time.Instant;
import ormlab.grade.NotSolvedYet;

/** A private message from one user of the microblog to another. Soon there are millions. */
@Entity
@Table(name = "messages")
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
        // TODO Keep the four values. Then declare as few indexes as possible for two pages: the
        // inbox, the ten newest messages to a recipient; and all messages that a user has sent.
        throw new NotSolvedYet("keep the four values");
    }
}
