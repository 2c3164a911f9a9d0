package ch05_relationships;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A line of an order, such as 3 times bread. You don't need to change this class. */
@Entity
public class OrderLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private int pieces;
    private String article;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private PurchaseOrder order;

    protected OrderLine() {}

    public OrderLine(int pieces, String article) {
        this.pieces = pieces;
        this.article = article;
    }

    public void setOrder(PurchaseOrder order) {
        this.order = order;
    }

    public String getArticle() {
        return article;
    }
}
