package ch05_relationships;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

@Embeddable
public record Money(
        @Column(precision = 8, scale = 2) BigDecimal amount, @Column(length = 3) String currency) {}
