package ormlab.load;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A row that a transaction inserts. */
@Entity
class Note {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String text;

    protected Note() {}

    Note(String text) {
        this.text = text;
    }

    Integer getId() {
        return id;
    }
}
