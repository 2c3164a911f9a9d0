package ch09_out_of_the_notebook;

import microblog.Post;
import microblog.Role;
import microblog.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import ormlab.Database;
import ormlab.grade.FreshDatabase;

/**
 * Each test opens an empty database, so no test depends on another one. The times are written out,
 * and the old post is stored first, so that only sorting puts it last. After clear, the tests see
 * the rows and not the objects of the set-up, and fred is loaded again because the old one is
 * detached.
 */
public class FrontPageSetUp {
    Database db;
    User fred;

    @BeforeEach
    void store() {
        db = Database.open(FreshDatabase.url()).models(Role.class, User.class, Post.class);
        db.createAll();
        User stored = new User("fred");
        db.session().add(stored);
        db.session().add(new Post("old", "2026-03-01T09:00:00Z", stored));
        db.session().add(new Post("new", "2026-03-02T09:00:00Z", stored));
        db.session().commit();
        db.session().clear();
        fred = db.query(User.class).filterBy("username", "fred").one();
    }

    @AfterEach
    void close() {
        db.close();
    }
}
