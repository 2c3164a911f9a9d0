package ch09_out_of_the_notebook;

import java.time.Instant;
import microblog.*;
import org.junit.jupiter.api.*;
import ormlab.*;
import ormlab.grade.FreshDatabase;

/** Deletes the rows after each test, and stores them with a session of its own. */
public class FrontPageSetUp {
    static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");
    static Database db;
    User fred;

    @BeforeAll
    static void create() {
        db = Database.open(FreshDatabase.url()).models(Role.class, User.class, Post.class);
        db.createAll();
    }

    @BeforeEach
    void store() {
        User author = new User("fred");
        db.inTransaction(
                session -> {
                    session.add(author);
                    session.add(new Post("old", NOON.minusSeconds(1).toString(), author));
                    session.add(new Post("new", NOON.toString(), author));
                });
        fred = db.session().find(User.class, author.getId());
    }

    @AfterEach
    void delete() {
        db.session().rollback();
        db.session().createMutationQuery("delete from Post").executeUpdate();
        db.session().createMutationQuery("delete from User").executeUpdate();
        db.session().commit();
        db.closeSession();
    }

    @AfterAll
    static void close() {
        db.close();
    }
}
