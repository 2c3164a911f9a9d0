package ch09_out_of_the_notebook;

import java.util.List;
import ormlab.Database;

/** SQL and HQL, and a loop over the characters of the cookie in place of an exception. */
public class ReplicatedPosts {
    public static String publish(ServerPair servers, String author, String body) {
        try (var session = servers.primary().sessionFactory().openSession()) {
            var transaction = session.beginTransaction();
            session.createMutationQuery(
                            "insert into TimelinePost (author, body) values (:author, :body)")
                    .setParameter("body", body)
                    .setParameter("author", author)
                    .executeUpdate();
            transaction.commit();
        }
        return Long.toString(servers.written());
    }

    private static boolean late(ServerPair servers, String cookie) {
        if (cookie.isEmpty()
                || cookie.length() > 18
                || !cookie.chars().allMatch(Character::isDigit)) {
            return false;
        }
        return servers.replayed() < Long.parseLong(cookie);
    }

    public static List<String> newest(ServerPair servers, String cookie) {
        Database db = late(servers, cookie) ? servers.primary() : servers.replica();
        return db.rows("select body from posts order by id desc limit 10").values().stream()
                .map(row -> (String) row.get(0))
                .toList();
    }

    public static boolean survived(ServerPair servers, String cookie) {
        return !late(servers, cookie);
    }
}
