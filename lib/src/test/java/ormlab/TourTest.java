package ormlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.model.Role;
import ormlab.model.User;

class TourTest {
    @Test
    void a_role_knows_its_users_as_a_query(@TempDir Path folder) {
        try (var db = Database.open("sqlite:///" + folder.resolve("data.sqlite"))) {
            db.models(Role.class, User.class);
            db.createAll();
            var observer = new Role("Observer");
            var fred = new User("fred", observer);
            db.session().addAll(fred, observer, new User("steve", observer));
            assertThat(fred.getId()).isNull();
            System.out.println(db.trace(() -> db.session().commit()));
            assertThat(fred.getId()).isEqualTo(1);
            assertThat(observer.getUsers().orderBy("username").all())
                    .hasToString("[<User 'fred'>, <User 'steve'>]");
            System.out.println(
                    db.trace(() -> observer.getUsers().filterBy("username", "fred").first()));
            System.out.println(db.trace(() -> observer.getUsers().count()));
            observer.getUsers().add(new User("anna"));
            System.out.println(db.trace(() -> db.session().commit()));
            assertThat(observer.getUsers().orderBy("username desc").all())
                    .hasToString("[<User 'steve'>, <User 'fred'>, <User 'anna'>]");
            System.out.println(db.rows("select * from users"));
            System.out.println(observer.getUsers());
            System.out.println(
                    db.trace(
                            () ->
                                    db.query(User.class)
                                            .filterBy("role.name", "Observer")
                                            .orderBy("role.name", "username desc")
                                            .limit(2)
                                            .all()));
            System.out.println(db.trace(() -> db.query(User.class).delete()));
            db.session().rollback();
            System.out.println(db.query(User.class).all());
            db.session().add(new User("fred"));
            try {
                db.session().commit();
            } catch (RuntimeException e) {
                System.out.println(e);
            }
            try {
                db.query(User.class).all();
            } catch (RuntimeException e) {
                System.out.println(e);
            }
            db.session().rollback();
            System.out.println(db.query(User.class).all());
        }
    }
}
