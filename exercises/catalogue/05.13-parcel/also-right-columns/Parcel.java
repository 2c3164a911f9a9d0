package ch05_relationships;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The simplest composition: columns that may be null. */
@Entity
@Table(name = "parcels")
public class Parcel {
    @Id @GeneratedValue private Long number;

    @Basic(optional = false)
    private String addressee;

    @Column(precision = 10, scale = 2)
    private BigDecimal amount;

    private String insurer;
    private Integer temperature;

    protected Parcel() {}

    public Parcel(String recipient) {
        addressee = recipient;
    }

    public void insure(BigDecimal amount, String insurer) {
        this.amount = amount;
        this.insurer = insurer;
    }

    public void endInsurance() {
        insure(null, null);
    }

    public void cool(Integer degrees) {
        temperature = degrees;
    }

    public String label() {
        List<String> parts = new ArrayList<>(List.of(addressee));
        if (amount != null) {
            parts.add(amount + " by " + insurer);
        }
        if (temperature != null) {
            parts.add(temperature + " degrees");
        }
        return String.join(", ", parts);
    }
}
