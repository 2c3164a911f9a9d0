package ch04_queries;

/** The sum of a customer's purchases. You don't need to change this record. */
public record Total(String customer, long purchases, long cents) {}
