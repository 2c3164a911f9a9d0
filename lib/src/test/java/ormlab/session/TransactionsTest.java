package ormlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** What happens if several transactions meet. */
class TransactionsTest {
    @OnEveryDatabase
    void nested_transactions_are_refused(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            assertThatThrownBy(
                            () ->
                                    db.inTransaction(
                                            outer -> {
                                                outer.add(new Role("Observer"));
                                                return db.inTransaction(inner -> 1);
                                            }))
                    .hasMessage(
                            "inTransaction(…) was called inside inTransaction(…), and a transaction"
                                    + " cannot contain another one. Let the inner code use the session"
                                    + " of the outer transaction, which db.session() returns there.");
            assertThat(db.query(Role.class).count()).isZero();
            db.inTransaction(
                    outer -> {
                        db.session().add(new Role("Editor"));
                        return 1;
                    });
            assertThat(db.query(Role.class).count()).isEqualTo(1);
        }
    }

    @Test
    void a_write_lock_of_the_same_thread_has_its_own_message() {
        try (Database db = TestDatabase.SQLITE.open(Role.class, User.class)) {
            db.session().add(new Role("Observer"));
            db.session().flush();
            assertThatThrownBy(() -> db.inTransaction(session -> 1))
                    .hasMessageStartingWith("This thread already writes to the database")
                    .hasMessageEndingWith("otherwise it would wait for itself forever.");
        }
    }

    @OnSqliteAndPostgres
    void a_commit_that_the_database_rejects_says_why(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.inTransaction(
                    session ->
                            session.createNativeMutationQuery(
                                            "create table members (role_id integer references roles"
                                                    + " deferrable initially deferred)")
                                    .executeUpdate());
            db.session()
                    .createNativeMutationQuery("insert into members values (99)")
                    .executeUpdate();
            assertThatThrownBy(() -> db.session().commit())
                    .hasMessageContaining("refers to a row")
                    .hasMessageContaining("does not exist");
            db.session().rollback();
            assertThat(db.rows("select * from members").values()).isEmpty();
        }
    }
}
