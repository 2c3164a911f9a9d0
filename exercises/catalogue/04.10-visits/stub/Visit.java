package ch04_queries;

import jakarta.persistence.*;
import java.time.Instant;

/** A visit to one of the microblog's pages. There is nothing to do here. */
@Entity
@Table(
        name = "visits",
        indexes = {@Index(columnList = "visited_at"), @Index(columnList = "page, visited_at")})
public class Visit {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 200, nullable = false)
    private String page;

    @Column(nullable = false)
    private Instant visitedAt;

    protected Visit() {}

    public Visit(String page, Instant visitedAt) {
        this.page = page;
        this.visitedAt = visitedAt;
    }

    public String getPage() {
        return page;
    }

    public Instant getVisitedAt() {
        return visitedAt;
    }
}
