package ch09_out_of_the_notebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The pieces of one article in one branch. You don't need to change this class. */
@Entity
public class Gear {
    @Id private Integer id;

    @Column(nullable = false, length = 40)
    private String article;

    @Column(nullable = false)
    private int pieces;

    protected Gear() {}

    public Gear(Integer id, String article, int pieces) {
        this.id = id;
        this.article = article;
        this.pieces = pieces;
    }

    public Integer getId() {
        return id;
    }

    public String getArticle() {
        return article;
    }

    public int getPieces() {
        return pieces;
    }

    public void add(int more) {
        pieces += more;
    }
}
