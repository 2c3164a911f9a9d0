package ch04_queries;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import microblog.Post;
import microblog.Role;
import microblog.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("Who writes, and how much")
class PostCountsTest {
    private static final String GROUPS = "04e_checked_queries, \"Groups and totals\"";
    private static final String SHOWS = "04e_checked_queries, \"Only what a page shows\"";

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Database db = Database.open(FreshDatabase.url());

    @BeforeEach
    void create() {
        db.models(Role.class, User.class, Post.class).createAll();
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** Steve has a role and no posts, john posts and no role, and nobody is a guest. */
    private void fill() {
        Role writer = new Role("Writer");
        Role editor = new Role("Editor");
        Role admin = new Role("Admin");
        User susan = new User("susan", writer);
        User fred = new User("fred", writer);
        User mary = new User("mary", editor);
        User john = new User("john");
        User zoe = new User("zoe", admin);
        db.session().addAll(writer, editor, admin, new Role("Guest"));
        db.session().addAll(susan, john, zoe, fred, mary, new User("steve", editor));
        write(zoe, "2026-03-01T07:00:00Z");
        write(susan, "2026-03-01T08:00:00Z", "2026-03-02T12:00:00Z", "2026-03-03T08:00:00Z");
        write(fred, "2026-03-02T13:00:00Z", "2026-03-02T14:00:00Z");
        write(john, "2026-03-02T12:00:01Z", "2026-03-04T09:00:00Z", "2026-03-05T09:00:00Z");
        write(
                mary,
                "2026-03-01T09:00:00Z",
                "2026-03-01T10:00:00Z",
                "2026-03-02T11:59:59Z",
                "2026-03-06T11:00:00Z");
        db.session().commit();
        db.closeSession();
    }

    private void write(User author, String... times) {
        for (String time : times) {
            db.session().add(new Post("good morning", time, author));
        }
    }

    private static AuthorCount author(String name, long posts) {
        return new AuthorCount(name, posts);
    }

    @Test
    @Order(1)
    @DisplayName("Every user has a number of posts, which may be 0, and the fewest come first.")
    void all() {
        empty(PostCounts.all(db), "all");
        fill();
        List<AuthorCount> found = PostCounts.all(db);
        Mistake.when(
                found.stream().noneMatch(row -> row.username().equals("steve")),
                "Steve is missing: he has written nothing, and a query that starts from posts can't"
                        + " find him. Start from users.",
                GROUPS);
        Mistake.when(
                found.contains(author("steve", 1)),
                "Steve has written nothing, and has 1 post: count() counts the rows of the join."
                        + " Count the elements of his list.",
                GROUPS);
        same(
                "all",
                found,
                List.of(
                        author("steve", 0),
                        author("zoe", 1),
                        author("fred", 2),
                        author("john", 3),
                        author("susan", 3),
                        author("mary", 4)));
    }

    private static void empty(List<?> found, String method) {
        Mistake.when(
                !found.isEmpty(),
                "The tables are empty, and " + method + " returned " + found + ".",
                GROUPS);
    }

    private static <R> void same(String method, List<R> found, List<R> right) {
        Mistake.when(
                found.size() == right.size()
                        && new ArrayList<>(found).containsAll(right)
                        && !found.equals(right),
                "The rows of " + method + " are in the wrong order: " + found + ".",
                GROUPS);
        Mistake.when(
                !found.equals(right),
                method + " returned " + found + " instead of " + right + ".",
                GROUPS);
    }

    @Test
    @Order(2)
    @DisplayName("The busiest are those with enough posts since the time, most posts first.")
    void busiest() {
        empty(PostCounts.busiest(db, NOON, 1), "busiest");
        fill();
        List<AuthorCount> two = PostCounts.busiest(db, NOON, 2);
        Mistake.when(
                two.contains(author("mary", 4)),
                "Mary has four posts, but only one since the time, and busiest returned "
                        + two
                        + ".",
                GROUPS);
        Mistake.when(
                !two.contains(author("susan", 2)) && two.contains(author("john", 3)),
                "Susan has written two posts since noon, one of them at noon exactly, and john wrote"
                        + " three. With at least 2, busiest returned "
                        + two
                        + ".",
                GROUPS);
        same("busiest", two, List.of(author("john", 3), author("fred", 2), author("susan", 2)));
        same("busiest", PostCounts.busiest(db, NOON, 3), List.of(author("john", 3)));
        same(
                "busiest",
                PostCounts.busiest(db, NOON.plusSeconds(1), 1),
                List.of(
                        author("john", 3),
                        author("fred", 2),
                        author("mary", 1),
                        author("susan", 1)));
        same("busiest", PostCounts.busiest(db, NOON, 9), List.of());
    }

    @Test
    @Order(3)
    @DisplayName("Each role with authors has the number of its users who have written a post.")
    void roles() {
        empty(PostCounts.roles(db), "roles");
        fill();
        List<RoleCount> found = PostCounts.roles(db);
        Mistake.when(
                found.contains(new RoleCount("Writer", 5)),
                "Two writers have written five posts, and roles counts five authors. Count each"
                        + " author once.",
                GROUPS);
        Mistake.when(
                found.contains(new RoleCount("Editor", 2)),
                "One of the two editors has written posts, and roles counts both.",
                GROUPS);
        Mistake.when(
                found.stream().anyMatch(row -> row.role() == null),
                "John has no role, and roles returned a group without a name. Leave his posts out.",
                GROUPS);
        same(
                "roles",
                found,
                List.of(
                        new RoleCount("Writer", 2),
                        new RoleCount("Admin", 1),
                        new RoleCount("Editor", 1)));
    }

    @Test
    @Order(4)
    @DisplayName("Each method sends one SELECT, which returns one row for each group.")
    void cost() {
        fill();
        cost("all", 6, () -> PostCounts.all(db));
        cost("busiest", 3, () -> PostCounts.busiest(db, NOON, 2));
        cost("roles", 3, () -> PostCounts.roles(db));
        db.session()
                .add(
                        new Post(
                                "good night",
                                db.query(User.class).filterBy("username", "steve").one()));
        db.session().commit();
        Mistake.when(
                !PostCounts.all(db).contains(author("steve", 1)),
                "Steve wrote his first post after the others were counted, and all returned "
                        + PostCounts.all(db)
                        + ".",
                GROUPS);
    }

    private void cost(String method, int groups, Callable<?> call) {
        db.closeSession();
        Trace trace = db.trace(call);
        Mistake.when(
                trace.count() != 1,
                method + " sent " + trace.count() + " statements, and one is enough.",
                SHOWS);
        long rows = trace.statements().get(0).rows();
        Mistake.when(
                rows > groups,
                "For "
                        + groups
                        + " groups, "
                        + method
                        + " read "
                        + rows
                        + " rows. Let the database group and count them.",
                SHOWS);
    }
}
