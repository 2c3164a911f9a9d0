package ch09_out_of_the_notebook;

import java.util.List;
import ormlab.Database;

/**
 * The cookie contains the log's position right after the commit. A replica that has replayed the
 * log up to there has the post, and everything before it. It's asked before the query, because it
 * may catch up in between. A visitor without a position needs no particular post.
 */
public class ReplicatedPosts {
    public static String publish(ServerPair servers, String author, String body) {
        servers.primary()
                .inTransaction(
                        session -> {
                            session.add(new TimelinePost(author, body));
                        });
        return String.valueOf(servers.written());
    }

    public static List<String> newest(ServerPair servers, String cookie) {
        Database server = survived(servers, cookie) ? servers.replica() : servers.primary();
        return TimelinePost.newest(server);
    }

    public static boolean survived(ServerPair servers, String cookie) {
        return servers.replayed() >= position(cookie);
    }

    private static long position(String cookie) {
        try {
            return Long.parseLong(cookie);
        } catch (NumberFormatException notOurs) {
            return 0;
        }
    }
}
