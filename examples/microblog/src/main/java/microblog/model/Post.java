package microblog.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import java.time.Instant;

/** A short text by one user. */
@Entity
@Table(
        name = "posts",
        indexes = {
            @Index(name = "ix_posts_timestamp", columnList = "timestamp"),
            @Index(name = "ix_posts_author_id", columnList = "author_id")
        })
public class Post {
    public static final int LONGEST_BODY = 140;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = LONGEST_BODY, nullable = false)
    private String body;

    @Column(nullable = false)
    private Instant timestamp = Instant.now();

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "author_id")
    private User author;

    protected Post() {}

    public Post(String body, User author) {
        this.body = body;
        this.author = author;
    }

    public Integer getId() {
        return id;
    }

    public String getBody() {
        return body;
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
