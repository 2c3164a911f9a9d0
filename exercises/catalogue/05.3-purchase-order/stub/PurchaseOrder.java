package ch05_relationships;

import jakarta.persistence.*;
import java.util.*;
import ormlab.grade.NotSolvedYet;

/** An order. TODO Decide what cascades to its lines and to its buyer; then write add and remove. */
@Entity
public class PurchaseOrder {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToOne
    private Buyer buyer; // A new buyer is stored with the order, but never deleted with it.

    @OneToMany(
            mappedBy = "order") // The lines are stored with the order, and cannot exist without it.
    private List<OrderLine> lines = new ArrayList<>();

    public void setBuyer(Buyer buyer) {
        this.buyer = buyer;
    }

    public void add(OrderLine line) {
        throw new NotSolvedYet("add " + line.getArticle());
    }

    public void remove(OrderLine line) {
        throw new NotSolvedYet("remove " + line.getArticle());
    }
}
