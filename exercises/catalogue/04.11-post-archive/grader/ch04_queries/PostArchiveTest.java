package ch04_queries;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import microblog.Post;
import microblog.Post_;
import microblog.Role;
import microblog.User;
import org.hibernate.query.restriction.Restriction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("An archive that the compiler checks")
class PostArchiveTest {
    private static final String METAMODEL = "04e_checked_queries, \"The static metamodel\"";
    private static final String SHOWS = "04e_checked_queries, \"Only what a page shows\"";
    private static final String ASSOCIATED =
            "04e_checked_queries, \"Conditions on associated objects\"";

    private static final Comparator<Post> NEWEST =
            Comparator.comparing(Post::getTimestamp).reversed();

    private final Database db = Database.open("sqlite://");
    private final User susan = new User("susan");
    private final User fred = new User("fred");

    @BeforeEach
    void store() {
        db.models(Role.class, User.class, Post.class).createAll();
        User john = new User("john");
        db.session().addAll(susan, fred, john, new User("mary"));
        db.session()
                .addAll(
                        new Post("tea?", "2026-03-02T08:00:00Z", fred),
                        new Post("coffee, please", "2026-03-01T09:00:00Z", fred),
                        new Post("tea?", "2026-03-04T08:00:00Z", susan),
                        new Post("more coffee", "2026-03-03T09:00:00Z", fred),
                        new Post("100% coffee", "2026-03-05T09:00:00Z", susan),
                        new Post("100 cups of tea", "2026-03-03T09:30:00Z", john));
        db.session().commit();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static String times(List<Post> posts) {
        return posts.stream().map(post -> post.getTimestamp().toString().substring(5, 10)).toList()
                + "";
    }

    @Test
    @Order(1)
    @DisplayName("Posts are found by any of their attributes, the newest first.")
    void find() {
        same("the body tea?", PostArchive.find(db, Post_.body, "tea?"), "[03-04, 03-02]");
        same("the author fred", PostArchive.find(db, Post_.author, fred), "[03-03, 03-02, 03-01]");
        Instant time = Instant.parse("2026-03-05T09:00:00Z");
        same("the time of the last one", PostArchive.find(db, Post_.timestamp, time), "[03-05]");
        same("the body no", PostArchive.find(db, Post_.body, "no"), "[]");
        db.closeSession();
        Trace trace = db.trace(() -> PostArchive.find(db, Post_.body, "tea?"));
        Mistake.when(
                trace.count() != 1,
                "find sent " + trace.count() + " statements, and one is enough.",
                METAMODEL);
        long rows = trace.statements().get(0).rows();
        Mistake.when(
                rows != 2,
                "To find two posts, " + rows + " rows were read. Put the condition into the query.",
                METAMODEL);
    }

    private static void same(String what, List<Post> found, String right) {
        Mistake.when(
                !times(found).equals(right)
                        && times(found.stream().sorted(NEWEST).toList()).equals(right),
                "The posts with "
                        + what
                        + " are from "
                        + times(found)
                        + ", and the newest should be first.",
                METAMODEL);
        Mistake.when(
                !times(found).equals(right),
                "The posts with "
                        + what
                        + " are from "
                        + right
                        + ", and find returned those from "
                        + times(found)
                        + ".",
                METAMODEL);
    }

    @Test
    @Order(2)
    @DisplayName("The condition keeps posts by others with the word; negated, it keeps the rest.")
    void condition() {
        String found = kept(PostArchive.byOthers(fred, "coffee"));
        Mistake.when(
                found.equals("[03-01, 03-03]"),
                "byOthers(fred, \"coffee\") keeps the posts by fred instead of those by others.",
                METAMODEL);
        Mistake.when(
                found.equals("[03-03, 03-04, 03-05]"),
                "byOthers(fred, \"coffee\") keeps every post by others. The condition should also"
                        + " ask for the word.",
                METAMODEL);
        Mistake.when(
                found.equals("[03-01, 03-02, 03-03, 03-03, 03-04, 03-05]")
                        || found.equals("[03-01, 03-03, 03-03, 03-04, 03-05]"),
                "byOthers(fred, \"coffee\") keeps posts for which one of the two conditions holds."
                        + " Combine them with and.",
                METAMODEL);
        Mistake.when(
                !found.equals("[03-05]"),
                "byOthers(fred, \"coffee\") should keep one post, from 03-05, and it keeps "
                        + found
                        + ".",
                METAMODEL);
        String percent = kept(PostArchive.byOthers(fred, "100%"));
        Mistake.when(
                !percent.equals("[03-05]"),
                "One post by others contains 100%, and the condition keeps "
                        + percent
                        + ". To Restriction.contains, % is an ordinary character.",
                METAMODEL);
        String negated = kept(PostArchive.byOthers(susan, "tea").negated());
        Mistake.when(
                !negated.equals("[03-01, 03-03, 03-04, 03-05]"),
                "The negated condition keeps " + negated + ", which is not the opposite.",
                METAMODEL);
    }

    private String kept(Restriction<Post> condition) {
        return times(db.query(Post.class).filter(condition).orderBy(Post_.timestamp).all());
    }

    @Test
    @Order(3)
    @DisplayName("Each author of a post with the word is named once, by name, up to the limit.")
    void authors() {
        db.closeSession();
        List<String> two = PostArchive.authors(db, "coffee", 2);
        Mistake.when(
                two.equals(List.of("fred", "fred")) || two.equals(List.of("fred")),
                "Two authors wrote about coffee, and the first two names are "
                        + two
                        + ": fred wrote two such posts, and the limit counts him twice.",
                ASSOCIATED);
        names("coffee", 9, List.of("fred", "susan"));
        names("tea", 2, List.of("fred", "john"));
        names("tea", 9, List.of("fred", "john", "susan"));
        names("100%", 9, List.of("susan"));
        names("water", 9, List.of());
    }

    private void names(String word, int most, List<String> right) {
        List<String> found = PostArchive.authors(db, word, most);
        Mistake.when(
                word.contains("%") && found.size() > right.size(),
                "Only susan wrote 100%, and authors returned "
                        + found
                        + ". In a pattern, % stands for anything.",
                ASSOCIATED);
        Mistake.when(
                found.size() == right.size() && found.containsAll(right) && !found.equals(right),
                "The names are " + found + ", and they should be sorted: " + right + ".",
                ASSOCIATED);
        Mistake.when(
                !found.equals(right),
                "For the word \""
                        + word
                        + "\" and at most "
                        + most
                        + " names, authors should return "
                        + right
                        + ", and it returned "
                        + found
                        + ".",
                ASSOCIATED);
    }

    @Test
    @Order(4)
    @DisplayName("One SELECT with a single column finds the names.")
    void cost() {
        db.closeSession();
        Trace trace = db.trace(() -> PostArchive.authors(db, "coffee", 2));
        Mistake.when(
                trace.count() != 1,
                "The names were found with " + trace.count() + " statements, and one is enough.",
                ASSOCIATED);
        long rows = trace.statements().get(0).rows();
        Mistake.when(
                rows > 2,
                "To return two names, " + rows + " rows were read. Let the database choose them.",
                ASSOCIATED);
        String sql = trace.statements().get(0).sql();
        String selected = sql.substring(0, sql.indexOf(" from "));
        Mistake.when(
                selected.contains(","),
                "The statement begins with \""
                        + selected
                        + "\", and only the names are needed: select one attribute.",
                SHOWS);
    }
}
