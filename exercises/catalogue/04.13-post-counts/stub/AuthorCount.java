package ch04_queries;

/** A user's name, and a number of posts. You don't need to change this record. */
public record AuthorCount(String username, long posts) {}
