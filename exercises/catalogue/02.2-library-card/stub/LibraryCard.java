package ch02_models;

import jakarta.persistence.*;
import ormlab.grade.NotSolvedYet;

/** A card of a library. It cannot be stored, because there are three mistakes in the class. */
@Entity
public final class LibraryCard {
    // TODO Fix the three mistakes, and remove the line with NotSolvedYet. Let the database generate
    // the ids; a new card's id is null until it is stored.
    @Id private int id;
    private String reader;

    public LibraryCard(String reader) {
        if (true) throw new NotSolvedYet("fix the three mistakes");
        this.reader = reader;
    }

    public Integer getId() {
        return id;
    }

    public String getReader() {
        return reader;
    }
}
