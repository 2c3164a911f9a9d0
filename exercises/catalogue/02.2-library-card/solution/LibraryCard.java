package ch02_models;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/**
 * Hibernate creates an empty card and sets its fields, so it needs a constructor without arguments.
 * It also needs a class that it may extend. The database generates the ids; until then the field is
 * null.
 */
@Entity
public class LibraryCard {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String reader;

    protected LibraryCard() {}

    public LibraryCard(String reader) {
        this.reader = reader;
    }

    public Integer getId() {
        return id;
    }

    public String getReader() {
        return reader;
    }
}
