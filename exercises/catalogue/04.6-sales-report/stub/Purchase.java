package ch04_queries;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** One purchase of a customer, in cents. You don't need to change this class. */
@Entity
public class Purchase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private long cents;

    @ManyToOne(fetch = FetchType.LAZY)
    private Customer customer;

    protected Purchase() {}

    public Purchase(long cents, Customer customer) {
        this.cents = cents;
        this.customer = customer;
    }

    public long getCents() {
        return cents;
    }
}
