package ch03_sessions;

import java.util.ArrayList;
import java.util.List;
import microblog.Post;
import microblog.Role;
import microblog.User;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("The users who are online")
class OnlineListTest {
    private static final String SESSIONS = "03e_equality, \"Two sessions have two objects\"";
    private static final String FLUSH = "03e_equality, \"An id that arrives at the flush\"";
    private static final String PROXY = "03e_equality, \"A proxy has another class\"";

    /** Java reuses Integer objects up to 127, so ids beyond it are different objects. */
    private static final int LARGE = 200;

    private final Database db = Database.open("sqlite://");
    private final OnlineList online = new OnlineList();

    @BeforeEach
    void store() {
        db.models(Role.class, User.class, Post.class).createAll();
        List<User> users = new ArrayList<>();
        for (int number = 1; number <= LARGE; number++) {
            users.add(new User("user" + number));
        }
        db.session().insertAll(users);
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private User load(int id) {
        return db.inTransaction(session -> session.find(User.class, id));
    }

    /** Returns whether another object for a row in the list is found; the first task reports it. */
    private boolean knowsRows() {
        OnlineList list = new OnlineList();
        list.enter(load(1));
        return list.contains(load(1));
    }

    @Test
    @Order(1)
    @DisplayName(
            "A row is in the list once, whichever of its objects enter, are looked for or leave.")
    void rows() {
        for (int id : List.of(1, LARGE)) {
            online.enter(load(id));
            online.enter(load(id));
            Mistake.when(
                    !online.contains(load(id)),
                    "User "
                            + id
                            + " entered, and another object for the same row isn't found. Compare"
                            + " the ids with equals.",
                    SESSIONS);
        }
        Mistake.when(
                online.contains(load(2)),
                "User 2 never entered, and contains finds one.",
                SESSIONS);
        List<String> names = online.names(db);
        Mistake.when(
                names.equals(List.of("user1", "user1", "user200", "user200")),
                "Two users entered twice, each time as a different object, and the names"
                        + " are "
                        + names
                        + ".",
                SESSIONS);
        online.leave(load(LARGE));
        Mistake.when(
                online.contains(load(LARGE)),
                "User 200 left, represented by another object for the same row, and is still in the"
                        + " list.",
                SESSIONS);
        online.leave(load(3));
        Mistake.when(
                !online.contains(load(1)),
                "Two other users left, and user 1 isn't found any more.",
                SESSIONS);
        online.leave(load(1));
        online.enter(load(1));
        Mistake.when(
                !online.contains(load(1)),
                "User 1 left and entered again, and isn't found.",
                SESSIONS);
    }

    @Test
    @Order(2)
    @DisplayName("Proxies are the same as the rows that they stand for, and aren't loaded.")
    void proxies() {
        if (!knowsRows()) {
            return;
        }
        online.enter(load(4));
        User known = db.session().getReference(User.class, 4);
        User other = db.session().getReference(User.class, 5);
        boolean[] found = new boolean[2];
        Trace trace =
                db.trace(
                        () -> {
                            found[0] = online.contains(known);
                            online.enter(other);
                            found[1] = online.contains(other);
                        });
        Mistake.when(
                !found[0] || !found[1],
                "A proxy for a user in the list isn't found. It has the user's id, and nothing"
                        + " else.",
                PROXY);
        online.leave(known);
        Mistake.when(
                online.contains(load(4)),
                "User 4 left as a proxy, and is still in the list.",
                PROXY);
        Mistake.when(
                trace.count() != 0 || Hibernate.isInitialized(known),
                "For two proxies, enter and contains sent "
                        + trace.count()
                        + " statements. Ask a proxy for nothing but its id.",
                PROXY);
    }

    @Test
    @Order(3)
    @DisplayName("A new user is refused, is never found, and leaves without an error.")
    void newUsers() {
        if (!knowsRows()) {
            return;
        }
        boolean refused = false;
        try {
            online.enter(new User("nobody"));
        } catch (IllegalArgumentException expected) {
            refused = true;
        } catch (NullPointerException crashed) {
            Mistake.when(
                    true,
                    "enter fails with a NullPointerException for a new user. Check the id, and"
                            + " throw an IllegalArgumentException.",
                    FLUSH);
        }
        Mistake.when(
                !refused,
                "A new user has no id yet, and enter accepted one. Throw an"
                        + " IllegalArgumentException.",
                FLUSH);
        online.enter(load(6));
        Mistake.when(
                online.contains(new User("user6")),
                "A new user was found in the list, only because a stored one has the same name.",
                FLUSH);
        online.leave(new User("user6"));
        Mistake.when(
                !online.contains(load(6)),
                "A new user left, and a stored one with the same name disappeared.",
                FLUSH);
    }

    @Test
    @Order(4)
    @DisplayName("The names are read with one statement, as they are now, and sorted.")
    void names() {
        Mistake.when(
                !online.names(db).isEmpty(), "Nobody is online, but there are names.", SESSIONS);
        for (int id : List.of(9, 7, 8)) {
            online.enter(load(id));
        }
        db.inTransaction(
                session -> {
                    session.find(User.class, 7).setUsername("zoe");
                    return null;
                });
        db.closeSession();
        List<String>[] names = new List[1];
        Trace trace = db.trace(() -> names[0] = online.names(db));
        Mistake.when(
                names[0].contains("user7"),
                "User 7 is now called zoe, but the names are "
                        + names[0]
                        + ". A detached object doesn't notice a change, so read the names from"
                        + " the database.",
                SESSIONS);
        Mistake.when(
                !names[0].equals(List.of("user8", "user9", "zoe")),
                "The names are " + names[0] + " instead of [user8, user9, zoe].",
                SESSIONS);
        Mistake.when(
                trace.count() > 1,
                "Three names were read with "
                        + trace.count()
                        + " statements. One is enough if it asks for all ids.",
                SESSIONS);
        Mistake.when(
                trace.statements().get(0).rows() > 3,
                "For three names, "
                        + trace.statements().get(0).rows()
                        + " rows were read. Let the database choose them.",
                SESSIONS);
    }
}
