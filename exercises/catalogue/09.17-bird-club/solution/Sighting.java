package ch09_out_of_the_notebook;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A bird that somebody saw. */
@Entity
public class Sighting {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    private String watcher;
    private String bird;
    private Instant seen;

    protected Sighting() {}

    public Sighting(String watcher, String bird, Instant seen) {
        this.watcher = watcher;
        this.bird = bird;
        this.seen = seen;
    }

    public Object getId() {
        return id;
    }

    public String getWatcher() {
        return watcher;
    }

    public String getBird() {
        return bird;
    }

    public Instant getSeen() {
        return seen;
    }
}
