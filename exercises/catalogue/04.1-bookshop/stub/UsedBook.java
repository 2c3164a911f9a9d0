package ch04_queries;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A used book, which may be reserved for a customer. You don't need to change this class. */
@Entity
public class UsedBook {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String title;
    private int price;
    private String reservedFor;

    @ManyToOne(fetch = FetchType.LAZY)
    private Writer writer;

    protected UsedBook() {}

    public UsedBook(String title, int price, String reservedFor, Writer writer) {
        this.title = title;
        this.price = price;
        this.reservedFor = reservedFor;
        this.writer = writer;
    }

    public String getTitle() {
        return title;
    }

    public String getReservedFor() {
        return reservedFor;
    }

    @Override
    public String toString() {
        return "<UsedBook '" + title + "'>";
    }
}
