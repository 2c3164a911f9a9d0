package ch05_relationships;

import jakarta.persistence.*;
import java.util.*;
import ormlab.grade.NotSolvedYet;

/** An order. TODO Say what happens to its lines and to its buyer; then write add and remove. */
@Entity
public class PurchaseOrder {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToOne private Buyer buyer; // a new buyer is stored along, and never deleted along

    @OneToMany(mappedBy = "order") // the lines are stored along, and have no life without the order
    private List<OrderLine> lines = new ArrayList<>();

    public void setBuyer(Buyer buyer) {
        this.buyer = buyer;
    }

    public void add(OrderLine line) {
        throw new NotSolvedYet("take " + line.getArticle() + " in");
    }

    public void remove(OrderLine line) {
        throw new NotSolvedYet("take " + line.getArticle() + " out");
    }
}
