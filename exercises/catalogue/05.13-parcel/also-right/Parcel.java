package ch05_relationships;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two embeddable classes, each of which writes its own part of the label. */
@Entity
public class Parcel {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column(length = 80, nullable = false)
    private String recipient;

    @Embedded private Insurance insurance;
    @Embedded private Cooling cooling;

    protected Parcel() {}

    public Parcel(String recipient) {
        this.recipient = recipient;
    }

    public void insure(BigDecimal amount, String insurer) {
        insurance = new Insurance();
        insurance.amount = amount;
        insurance.insurer = insurer;
    }

    public void endInsurance() {
        insurance = null;
    }

    public void cool(Integer degrees) {
        cooling = new Cooling();
        cooling.degrees = degrees;
    }

    public String label() {
        return Stream.of(
                        Optional.of(recipient),
                        Optional.ofNullable(insurance).map(Insurance::label),
                        Optional.ofNullable(cooling).map(Cooling::label))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    @Embeddable
    static class Insurance {
        @Column(precision = 12, scale = 2)
        BigDecimal amount;

        @Column(length = 60)
        String insurer;

        String label() {
            return amount + " by " + insurer;
        }
    }

    @Embeddable
    static class Cooling {
        Integer degrees;

        String label() {
            return degrees == null ? null : degrees + " degrees";
        }
    }
}
