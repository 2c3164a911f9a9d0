package ch05_relationships;

import jakarta.persistence.Column;
import java.math.BigDecimal;

public record Money(
        @Column(name = "amount", precision = 8, scale = 2) BigDecimal amount,
        @Column(name = "currency", columnDefinition = "char(3) check (length(currency) <= 3)")
                String currency) {}
