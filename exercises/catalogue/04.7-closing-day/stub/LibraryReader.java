package ch04_queries;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A reader who may borrow books. You don't need to change this class. */
@Entity
public class LibraryReader {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String name;

    protected LibraryReader() {}

    public LibraryReader(String name) {
        this.name = name;
    }
}
