package ch09_out_of_the_notebook;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.UUID;

/** A parcel on its way. */
@Entity
public class Parcel {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    private String label;

    protected Parcel() {}

    public Parcel(String label) {
        this.label = label;
    }

    public Object getId() {
        return id;
    }
}
