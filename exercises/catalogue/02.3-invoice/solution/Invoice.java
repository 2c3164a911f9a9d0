package ch02_models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A BigDecimal with two decimal places keeps money exact. The due date is a day, not a point in
 * time. The state is stored by its name, which stays correct when someone inserts another state
 * before it.
 */
@Entity
public class Invoice {
    /** The state of the payment. */
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
    private LocalDate due;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state = State.OPEN;

    private String remark;

    protected Invoice() {}

    public Invoice(String amount, String due) {
        this.amount = new BigDecimal(amount);
        this.due = LocalDate.parse(due);
    }

    public void setState(State state) {
        this.state = state;
    }

    public String getAmount() {
        return amount.toPlainString();
    }
}
