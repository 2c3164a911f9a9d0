package ch02_models;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class LibraryCard {
    @Id private Integer id;

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
