package ch02_models;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** The same with a Long, and Hibernate chooses how ids are generated. */
@Entity
public class LibraryCard {
    @Id @GeneratedValue private Long id;
    private String reader;

    LibraryCard() {}

    public LibraryCard(String reader) {
        this();
        this.reader = reader;
    }

    public Integer getId() {
        return id == null ? null : id.intValue();
    }

    public String getReader() {
        return reader;
    }
}
