package ch05_relationships;

import java.math.BigDecimal;

/**
 * An amount of money in a currency such as EUR.
 *
 * <p>TODO The column amount has at most eight digits, two of them after the point, and the column
 * currency at most three characters.
 */
public record Money(BigDecimal amount, String currency) {}
