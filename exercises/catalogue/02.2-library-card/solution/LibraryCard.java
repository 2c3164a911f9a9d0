package ch02_models;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/**
 * Why so: Hibernate makes an empty card and fills its fields, so it needs a constructor without
 * arguments, and a class that it may derive stand-ins from. The database counts the ids; a field
 * that can be null says "not yet".
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
