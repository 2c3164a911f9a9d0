package ch01_configuration;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A sale of a till, which knows the thread it was made in. Nothing is to be done here. */
@Entity
public class Sale {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String till;
    private String thread = Thread.currentThread().getName();

    protected Sale() {}

    /** Takes a moment, as card readers do. */
    public Sale(String till) {
        this.till = till;
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
