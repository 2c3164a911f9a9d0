package ch90_pack;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** Another way: any generator will do, and optional = false also makes the column not null. */
@Entity
public class Shelf {
    @Id
    @GeneratedValue
    private Integer id;

    @Basic(optional = false)
    private String label;

    protected Shelf() {}

    public Shelf(String label) {
        this.label = label;
    }

    public Integer getId() {
        return id;
    }

    public String getLabel() {
        return label;
    }
}
