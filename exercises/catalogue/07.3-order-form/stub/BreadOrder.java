package ch07_view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Some loaves of one kind of bread. You don't need to change this class. */
@Entity
public class BreadOrder {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 40, nullable = false)
    private String bread;

    @Column(nullable = false)
    private int loaves;

    protected BreadOrder() {}

    public BreadOrder(String bread, int loaves) {
        this.bread = bread;
        this.loaves = loaves;
    }

    public String getBread() {
        return bread;
    }

    public int getLoaves() {
        return loaves;
    }
}
