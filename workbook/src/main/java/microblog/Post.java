package microblog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A short text that a user published. */
@Entity
@Table(name = "posts")
public class Post {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 140, nullable = false)
    private String body;

    @Column(nullable = false)
    private Instant timestamp;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private User author;

    protected Post() {}

    public Post(String body, User author) {
        this(body, Instant.now(), author);
    }

    /** Creates a post; chapters use a fixed time such as {@code "2026-03-01T09:00:00Z"}. */
    public Post(String body, String timestamp, User author) {
        this(body, Instant.parse(timestamp), author);
    }

    private Post(String body, Instant timestamp, User author) {
        this.body = body;
        this.timestamp = timestamp;
        this.author = author;
    }

    public Integer getId() {
        return id;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public Instant getTimestamp() {
        return timestamp;
    }

    public User getAuthor() {
        return author;
    }

    @Override
    public String toString() {
        return "<Post '" + body + "'>";
    }
}
