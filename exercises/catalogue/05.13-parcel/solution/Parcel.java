package ch05_relationships;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;

/**
 * An object can't change its class, and it can't have two, so being insured is something that a
 * parcel has and not what it is. An insurance is a value inside the parcel; if it is missing, all
 * its columns are null. The temperature is an Integer, because 0 degrees isn't the same as none.
 */
@Entity
public class Parcel {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(nullable = false)
    private String recipient;

    private Insurance insurance;
    private Integer degrees;

    protected Parcel() {}

    public Parcel(String recipient) {
        this.recipient = recipient;
    }

    public void insure(BigDecimal amount, String insurer) {
        insurance = new Insurance(amount, insurer);
    }

    public void endInsurance() {
        insurance = null;
    }

    public void cool(Integer degrees) {
        this.degrees = degrees;
    }

    public String label() {
        String insured = insurance == null ? "" : ", " + insurance.label();
        String cooled = degrees == null ? "" : ", " + degrees + " degrees";
        return recipient + insured + cooled;
    }

    @Embeddable
    record Insurance(@Column(precision = 8, scale = 2) BigDecimal amount, String insurer) {
        String label() {
            return amount + " by " + insurer;
        }
    }
}
