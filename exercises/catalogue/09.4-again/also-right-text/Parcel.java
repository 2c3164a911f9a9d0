package ch09_out_of_the_notebook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** A parcel that generates its own id, as text. */
@Entity
public class Parcel {
    @Id private String id = UUID.randomUUID().toString();

    private String label;

    protected Parcel() {}

    public Parcel(String label) {
        this.label = label;
    }

    public Object getId() {
        return id;
    }
}
