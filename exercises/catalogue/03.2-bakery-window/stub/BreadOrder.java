package ch03_sessions;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** An order at the bakery. You don't need to change this class. */
@Entity
public class BreadOrder {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String what;

    protected BreadOrder() {}

    public BreadOrder(String what) {
        this.what = what;
    }

    public Integer getId() {
        return id;
    }
}
