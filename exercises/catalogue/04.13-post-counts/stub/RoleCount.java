package ch04_queries;

/** A role's name, and a number of users. You don't need to change this record. */
public record RoleCount(String role, long authors) {}
