package ch02_models;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
public class LibraryCard {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private transient String reader;

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
