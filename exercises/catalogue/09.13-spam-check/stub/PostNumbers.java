package ch09_out_of_the_notebook;

/** How many posts are shown, and how many are hidden. You don't need to change this record. */
public record PostNumbers(long shown, long hidden) {}
