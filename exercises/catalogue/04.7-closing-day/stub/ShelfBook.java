package ch04_queries;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A book that can be borrowed. You don't need to change this class. */
@Entity
public class ShelfBook {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String title;

    protected ShelfBook() {}

    public ShelfBook(String title) {
        this.title = title;
    }
}
