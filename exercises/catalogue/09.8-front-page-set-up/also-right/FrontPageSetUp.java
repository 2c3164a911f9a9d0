package ch09_out_of_the_notebook;

import microblog.Post;
import microblog.Role;
import microblog.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import ormlab.Database;
import ormlab.grade.FreshDatabase;

/** One database for all tests, whose tables are emptied before each of them. */
public class FrontPageSetUp {
    static Database db;
    User fred;

    @BeforeAll
    static void open() {
        db = Database.open(FreshDatabase.url()).models(Role.class, User.class, Post.class);
    }

    @BeforeEach
    void store() {
        db.closeSession();
        db.dropAll();
        db.createAll();
        Integer id =
                db.inTransaction(
                        session -> {
                            User author = new User("fred");
                            session.addAll(
                                    author,
                                    new Post("old", "2026-01-31T23:59:59Z", author),
                                    new Post("new", "2026-02-01T00:00:00Z", author));
                            session.flush();
                            return author.getId();
                        });
        fred = db.session().find(User.class, id);
    }

    @AfterAll
    static void close() {
        db.close();
    }
}
