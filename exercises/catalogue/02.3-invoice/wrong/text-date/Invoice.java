package ch02_models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;

@Entity
public class Invoice {
    /** How far the payment has come. */
    public enum State {
        OPEN,
        REMINDED,
        PAID
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(precision = 10, scale = 2, nullable = false)
    private BigDecimal amount;

    @Column(nullable = false)
    private String due;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state = State.OPEN;

    private String remark;

    protected Invoice() {}

    public Invoice(String amount, String due) {
        this.amount = new BigDecimal(amount);
        this.due = due;
    }

    public void setState(State state) {
        this.state = state;
    }

    public String getAmount() {
        return amount.toPlainString();
    }
}
