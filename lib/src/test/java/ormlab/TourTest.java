package ormlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ormlab.query.Filters.between;
import static ormlab.query.Filters.in;
import static ormlab.query.Filters.isNull;
import static ormlab.query.Filters.like;
import static ormlab.trace.Budget.expectStatements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.query.NotFound;
import ormlab.query.UnknownAttribute;
import ormlab.session.EntityState;
import ormlab.session.RollbackRequired;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** The lines that a reader of the workbook types, in order, on each database. */
class TourTest {
    private static String shown(Object value) {
        return String.valueOf(value);
    }

    @OnEveryDatabase
    void the_sketch_of_the_readme_runs(TestDatabase kind) {
        String url = kind.freshUrl();
        // readme: library
        var db = Database.open(url);
        db.models(Role.class, User.class);
        db.createAll();

        var observer = new Role("Observer");
        db.session().addAll(observer, new User("fred", observer), new User("steve", observer));
        db.session().commit();

        observer.getUsers().orderBy("username").all(); // [<User 'fred'>, <User 'steve'>]
        // readme: end
        assertThat(shown(observer.getUsers().orderBy("username").all()))
                .isEqualTo("[<User 'fred'>, <User 'steve'>]");
        db.close();
    }

    @OnEveryDatabase
    void migrations_are_generated(TestDatabase kind) throws IOException {
        Path folder = Path.of(Database.MIGRATIONS); // of the working folder, as for a reader
        try (Database db = Database.open(kind.freshUrl()).models(Role.class, User.class)) {
            // readme: migrations
            db.migrations().init();
            db.migrations().migrate("initial migration"); // Detected added table 'roles' …
            db.migrations().upgrade();
            // readme: end
            assertThat(db.query(Role.class).count()).isZero();
            assertThat(db.migrations().check().isOk()).isTrue();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    @OnEveryDatabase
    void a_request_of_a_web_application_runs(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            // readme: request
            String greeting =
                    db.inTransaction(
                            session -> {
                                var known =
                                        session.query(User.class)
                                                .filterBy("username", "fred")
                                                .first();
                                if (known.isPresent()) {
                                    return "Happy to see you again";
                                }
                                session.add(new User("fred"));
                                return "Pleased to meet you";
                            });
            // readme: end
            assertThat(greeting).isEqualTo("Pleased to meet you");
            assertThat(db.query(User.class).count()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void sessions(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            var john = new User("john");
            assertThat(db.session().state(john)).isEqualTo(EntityState.TRANSIENT);
            db.session().add(john);
            assertThat(john.getId()).isNull();
            db.session().flush();
            assertThat(john.getId()).isEqualTo(1);
            db.session().commit();

            john.setUsername("johnny");
            assertThat(shown(db.session().changes()))
                    .isEqualTo("[update <User 'johnny'> (username: john → johnny)]");
            db.session().rollback();
            assertThat(db.query(User.class).get(1)).hasToString("Optional[<User 'john'>]");

            db.session().add(new User("john"));
            assertThatThrownBy(() -> db.session().commit())
                    .isInstanceOf(ConstraintViolationException.class)
                    .hasMessageStartingWith("users.username must be unique");
            assertThatThrownBy(() -> db.query(User.class).all())
                    .isInstanceOf(RollbackRequired.class);
            db.session().rollback();
            assertThat(db.query(User.class).count()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void queries(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            var editor = new Role("Editor");
            db.session().add(editor);
            for (String name : List.of("susan", "fred", "steve", "john")) {
                db.session().add(new User(name, name.startsWith("s") ? editor : null));
            }
            db.session().commit();

            var users = db.query(User.class);
            assertThat(users.count()).isEqualTo(4);
            assertThat(users.filterBy("username", "fred").one()).hasToString("<User 'fred'>");
            assertThat(users.filterBy("username", "nobody").first()).isEmpty();
            assertThat(
                            users.filterBy("role.name", "Editor")
                                    .orderBy("username desc")
                                    .limit(1)
                                    .all())
                    .hasToString("[<User 'susan'>]");
            assertThat(users.filter(like("username", "s%")).count()).isEqualTo(2);
            assertThat(users.filter(in("username", "john", "fred")).exists()).isTrue();
            assertThat(users.filter(between("id", 2, 3)).count()).isEqualTo(2);
            assertThat(
                            users.filter(isNull("role").negated().and(like("username", "%e")))
                                    .orderBy("id")
                                    .all())
                    .hasToString("[<User 'steve'>]");
            assertThatThrownBy(() -> users.getOr404(99)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> users.filterBy("name", "x"))
                    .isInstanceOf(UnknownAttribute.class);

            var page = users.orderBy("username").paginate(2, 3);
            assertThat(page).hasToString("<Page 2 of 2, 1 of 4 rows>");
            assertThat(page.prev().items()).hasSize(3);
            assertThat(users.orderBy("username").slice(3).next().orElseThrow().items())
                    .hasToString("[<User 'susan'>]");

            var hql = "select u from User u where length(u.username) = 4 order by u.username";
            assertThat(db.session().createSelectionQuery(hql, User.class).getResultList())
                    .hasToString("[<User 'fred'>, <User 'john'>]");
            assertThat(db.rows("select username from users where id = ?", 1).values())
                    .hasToString("[[susan]]");
            assertThat(users.filter(like("username", "j%")).update("username", "jack"))
                    .isEqualTo(1);
            assertThat(users.delete()).isEqualTo(4);
        }
    }

    @OnEveryDatabase
    void relationships(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            var observer = new Role("Observer");
            db.session().add(observer);
            db.session().commit();

            observer.getUsers().add(new User("fred"));
            observer.getUsers().add(new User("steve"));
            db.session().commit();
            expectStatements(1, () -> observer.getUsers().count());
            expectStatements(1, () -> observer.getUsers().orderBy("username").limit(1).all());
            expectStatements(1, () -> db.query(User.class).fetch("role").all());

            var fred = observer.getUsers().filterBy("username", "fred").one();
            observer.getUsers().remove(fred);
            db.session().commit();
            assertThat(fred.getRole()).isNull();
            assertThat(observer.getUsers().all()).hasToString("[<User 'steve'>]");
        }
    }
}
