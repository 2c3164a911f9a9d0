package ch02_models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;

/** With optional = false on the state, more digits for large sums, and a long remark. */
@Entity
public class Invoice {
    /** The state of the payment. */
    public enum State {
        OPEN,
        REMINDED,
        PAID
    }

    @Id @GeneratedValue private Integer id;

    @Column(nullable = false, precision = 12, scale = 2)
    private BigDecimal amount;

    @Column(nullable = false)
    private LocalDate due;

    @Column(nullable = false, length = 10)
    @Enumerated(EnumType.STRING)
    private State state;

    @Column(length = 2000)
    private String remark;

    protected Invoice() {
        this.state = State.OPEN;
    }

    public Invoice(String amount, String due) {
        this();
        this.amount = new BigDecimal(amount).setScale(2);
        this.due = LocalDate.parse(due);
    }

    public void setState(State state) {
        this.state = state;
    }

    public String getAmount() {
        return amount.setScale(2).toString();
    }
}
