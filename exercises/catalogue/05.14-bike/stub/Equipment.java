package ch05_relationships;

import java.util.List;

/**
 * What a bike comes with. It has grown over the years: the oldest documents in the database have no
 * extras, and then the list is null. You don't need to change this record.
 */
public record Equipment(String colour, int gears, List<String> extras) {}
