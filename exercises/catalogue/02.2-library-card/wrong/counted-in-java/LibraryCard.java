package ch02_models;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class LibraryCard {
    @Id private Integer id;
    private static int last = 0;

    private String reader;

    protected LibraryCard() {}

    public LibraryCard(String reader) {
        this.id = ++last;
        this.reader = reader;
    }

    public Integer getId() {
        return id;
    }

    public String getReader() {
        return reader;
    }
}
