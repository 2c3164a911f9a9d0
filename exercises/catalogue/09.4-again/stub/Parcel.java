package ch09_out_of_the_notebook;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A parcel on its way. TODO Give it an id that the database does not have to generate. */
@Entity
public class Parcel {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String label;

    protected Parcel() {}

    public Parcel(String label) {
        this.label = label;
    }

    public Object getId() {
        return id;
    }
}
