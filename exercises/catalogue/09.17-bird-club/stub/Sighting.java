package ch09_out_of_the_notebook;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** A bird that somebody saw. TODO Give it an id that is unique on all servers together. */
@Entity
public class Sighting {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

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
