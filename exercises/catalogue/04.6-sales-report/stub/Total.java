package ch04_queries;

/** What a customer bought, all together. Nothing is to be done here. */
public record Total(String customer, long purchases, long cents) {}
