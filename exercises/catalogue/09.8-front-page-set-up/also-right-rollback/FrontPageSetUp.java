package ch09_out_of_the_notebook;

import microblog.Post;
import microblog.Role;
import microblog.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import ormlab.Database;
import ormlab.grade.FreshDatabase;

/** A rollback after each test. The flush sends the rows, and clear forgets the objects. */
public class FrontPageSetUp {
    static Database db;
    User fred;

    @BeforeAll
    static void open() {
        db = Database.open(FreshDatabase.url()).models(Role.class, User.class, Post.class);
        db.createAll();
    }

    @BeforeEach
    void store() {
        fred = new User("fred");
        db.session()
                .addAll(
                        fred,
                        new Post("old", "2026-03-01T09:00:00Z", fred),
                        new Post("new", "2026-03-01T10:00:00Z", fred));
        db.session().flush();
        db.session().clear();
        fred = db.session().find(User.class, fred.getId());
    }

    @AfterEach
    void undo() {
        db.session().rollback();
    }

    @AfterAll
    static void close() {
        db.close();
    }
}
