package ormlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

class BulkInsertTest {
    @OnEveryDatabase
    void all_rows_are_inserted_and_the_objects_are_detached(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role observer = new Role("Observer");
            db.session().add(observer);
            List<User> users =
                    IntStream.range(0, 2_500)
                            .mapToObj(i -> new User("user" + i, observer))
                            .toList();
            assertThat(db.session().insertAll(users)).isEqualTo(2_500);
            assertThat(users)
                    .extracting(User::getId)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 2_500).boxed().toList());
            assertThat(db.session().state(users.get(7))).isEqualTo(EntityState.DETACHED);
            db.session().commit();
            assertThat(observer.getUsers().count()).isEqualTo(2_500);
            db.session().add(new User("one more"));
            db.session().commit();
            assertThat(db.rows("select max(id) from users").values()).hasToString("[[2501]]");
        }
    }

    @OnEveryDatabase
    void a_bulk_insert_belongs_to_the_transaction_of_the_session(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Stream<User> users = IntStream.range(0, 20).mapToObj(i -> new User("user" + i));
            db.session().insertAll(users::iterator);
            assertThat(db.query(User.class).count()).isEqualTo(20);
            db.session().rollback();
            assertThat(db.query(User.class).count()).isZero();
        }
    }

    @OnEveryDatabase
    void a_stored_object_is_refused(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            User fred = new User("fred");
            db.session().add(fred);
            assertThatThrownBy(() -> db.session().insertAll(List.of(fred)))
                    .isInstanceOf(OrmlabException.class)
                    .hasMessage(
                            "<User 'fred'> is managed: insertAll takes new objects only, those"
                                    + " without a row.");
        }
    }
}
