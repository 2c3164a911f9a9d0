package ch04_queries;

import java.time.Instant;
import java.util.List;
import microblog.User;

/**
 * What a user has filled in. You don't need to change this record.
 *
 * @param author who wrote the post
 * @param word what the post contains; % and _ have no special meaning
 * @param from the earliest time of a post
 * @param until the time before which the post was written
 * @param muted users whose posts aren't wanted, possibly none
 */
public record Wanted(User author, String word, Instant from, Instant until, List<User> muted) {}
