package ch09_out_of_the_notebook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A bird that somebody saw. Its id begins with the name of its watcher. */
@Entity
public class Sighting {
    @Id private String id;

    private String watcher;
    private String bird;
    private Instant seen;

    protected Sighting() {}

    public Sighting(String watcher, String bird, Instant seen) {
        this.id = watcher + "/" + UUID.randomUUID();
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
