package ch09_out_of_the_notebook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ormlab.Database;

/** A cookie with a name and a hexadecimal number, and the calling thread's own sessions. */
public class ReplicatedPosts {
    private static final Pattern COOKIE = Pattern.compile("seen=([0-9a-f]{1,15})");

    public static String publish(ServerPair servers, String author, String body) {
        Database primary = servers.primary();
        try {
            primary.session().add(new TimelinePost(author, body));
            primary.session().commit();
        } finally {
            primary.closeSession();
        }
        return "seen=" + Long.toHexString(servers.written());
    }

    private static Optional<Long> position(String cookie) {
        var matcher = COOKIE.matcher(cookie);
        return matcher.matches()
                ? Optional.of(Long.parseLong(matcher.group(1), 16))
                : Optional.empty();
    }

    public static List<String> newest(ServerPair servers, String cookie) {
        Optional<Long> position = position(cookie);
        if (position.isPresent() && servers.replayed() < position.get()) {
            return newest(servers.primary());
        }
        return newest(servers.replica());
    }

    private static List<String> newest(Database db) {
        try {
            return db.query(TimelinePost.class)
                    .orderBy("id desc")
                    .limit(10)
                    .select(String.class, "body")
                    .all();
        } finally {
            db.closeSession();
        }
    }

    public static boolean survived(ServerPair servers, String cookie) {
        return position(cookie).map(position -> position <= servers.replayed()).orElse(false);
    }
}
