package ch04_queries;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

/** A loan: who borrowed which book, and since when. You don't need to change this class. */
@Entity
public class Loan {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private LocalDate since;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private LibraryReader reader;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private ShelfBook book;

    protected Loan() {}

    public Loan(LocalDate since, LibraryReader reader, ShelfBook book) {
        this.since = since;
        this.reader = reader;
        this.book = book;
    }

    public LocalDate getSince() {
        return since;
    }
}
