package ch09_out_of_the_notebook;

import java.util.List;
import java.util.Scanner;

/**
 * The cookie is a value with methods of its own, which also knows the name of the post's author.
 */
public class ReplicatedPosts {
    private record Cookie(long position, String author) {
        static Cookie of(String text) {
            try (Scanner words = new Scanner(text)) {
                return words.hasNextLong()
                        ? new Cookie(words.nextLong(), text)
                        : new Cookie(-1, "");
            }
        }

        boolean isReplayedBy(ServerPair servers) {
            return position == -1 || Long.compare(servers.replayed(), position) >= 0;
        }
    }

    public static String publish(ServerPair servers, String author, String body) {
        servers.primary()
                .inTransaction(
                        session -> {
                            session.persist(new TimelinePost(author, body));
                        });
        return servers.written() + " " + author;
    }

    public static List<String> newest(ServerPair servers, String cookie) {
        if (Cookie.of(cookie).isReplayedBy(servers)) {
            return TimelinePost.newest(servers.replica());
        }
        return TimelinePost.newest(servers.primary());
    }

    public static boolean survived(ServerPair servers, String cookie) {
        return Cookie.of(cookie).isReplayedBy(servers);
    }
}
