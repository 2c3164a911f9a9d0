package ch01_configuration;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/**
 * A sale at a till, with the name of the thread that made it. You don't need to change this class.
 */
@Entity
public class Sale {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String till;
    private String thread = Thread.currentThread().getName();

    protected Sale() {}

    /** Creates a sale, slowly, as card readers do. */
    public Sale(String till) {
        this.till = till;
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
