package ormlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OptimisticLockException;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;
import ormlab.trace.Trace;

class SessionTest {
    @Test
    void there_may_be_no_session_to_close() {
        try (Database db = Database.open("sqlite://")) {
            db.closeSession();
            db.models(Role.class, User.class);
            db.closeSession();
        }
    }

    @OnEveryDatabase
    void ids_appear_at_the_flush(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            User fred = new User("fred");
            db.session().add(fred);
            assertThat(fred.getId()).isNull();
            db.session().flush();
            assertThat(fred.getId()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void nothing_is_sent_before_the_flush(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            assertThat(
                            db.trace(() -> db.session().addAll(new User("fred"), new User("steve")))
                                    .count())
                    .isZero();
            assertThat(db.trace(() -> db.session().commit()).statements())
                    .filteredOn(statement -> statement.sql().startsWith("insert"))
                    .hasSize(2);
        }
    }

    @OnEveryDatabase
    void a_query_sees_what_was_added(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.session().add(new User("fred"));
            assertThat(db.query(User.class).count()).isEqualTo(1);
            db.session().rollback();
            assertThat(db.query(User.class).count()).isZero();
        }
    }

    @OnEveryDatabase
    void referenced_objects_are_inserted_first(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role observer = new Role("Observer");
            db.session().addAll(new User("fred", observer), new User("steve", observer), observer);
            db.session().commit();
            assertThat(db.rows("select count(*) from users where role_id is not null").values())
                    .hasToString("[[2]]");
        }
    }

    @OnEveryDatabase
    void a_change_to_a_managed_object_is_stored_at_commit(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            User fred = new User("fred");
            db.session().add(fred);
            db.session().commit();
            fred.setUsername("frederick");
            assertThat(db.session().isDirty()).isTrue();
            db.session().commit();
            assertThat(db.rows("select username from users").values()).hasToString("[[frederick]]");
        }
    }

    @OnEveryDatabase
    void a_failed_commit_asks_for_a_rollback_and_then_the_session_works_again(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.session().add(new Role("Observer"));
            db.session().commit();
            Role twin = new Role("Observer");
            db.session().add(twin);
            assertThatThrownBy(() -> db.session().commit()).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> db.query(Role.class).count())
                    .isInstanceOf(RollbackRequired.class)
                    .hasMessageContaining(
                            "Call session.rollback() first; then the session works again.");
            assertThatThrownBy(() -> db.session().commit()).isInstanceOf(RollbackRequired.class);
            assertThatThrownBy(() -> db.session().add(new Role("Editor")))
                    .isInstanceOf(RollbackRequired.class);
            db.session().rollback();
            assertThat(db.query(Role.class).count()).isEqualTo(1);
            db.session().add(new Role("Editor"));
            db.session().commit();
            assertThat(db.query(Role.class).count()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void a_failed_flush_before_a_query_asks_for_a_rollback_too(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.session().addAll(new Role("Observer"), new Role("Observer"));
            assertThatThrownBy(() -> db.query(Role.class).all())
                    .isNotInstanceOf(RollbackRequired.class);
            assertThatThrownBy(() -> db.query(Role.class).all())
                    .isInstanceOf(RollbackRequired.class);
            db.session().rollback();
            assertThat(db.query(Role.class).all()).isEmpty();
        }
    }

    @OnEveryDatabase
    void an_object_whose_insert_was_rolled_back_is_new_again(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            User fred = new User("fred");
            db.session().add(fred);
            db.session().flush();
            db.session().rollback();
            assertThat(fred.getId()).isNull();
            assertThat(db.session().state(fred)).isEqualTo(EntityState.TRANSIENT);
            db.session().add(fred);
            db.session().commit();
            assertThat(db.query(User.class).count()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void an_object_goes_through_its_states(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            User fred = new User("fred");
            assertThat(db.session().state(fred)).isEqualTo(EntityState.TRANSIENT);
            db.session().add(fred);
            assertThat(db.session().state(fred)).isEqualTo(EntityState.MANAGED);
            db.session().commit();
            assertThat(db.session().state(fred)).isEqualTo(EntityState.MANAGED);
            db.session().delete(fred);
            assertThat(db.session().state(fred)).isEqualTo(EntityState.REMOVED);
            db.session().rollback();
            assertThat(db.session().state(fred)).isEqualTo(EntityState.DETACHED);
            assertThatThrownBy(() -> db.session().add(fred))
                    .hasMessage(
                            "<User 'fred'> was stored before and is detached: adding it would"
                                    + " insert a second row."
                                    + " Load it again, or call session.merge(…) to store its"
                                    + " values.");
        }
    }

    @OnEveryDatabase
    void a_deleted_object_is_removed_until_the_transaction_ends(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            User fred = new User("fred");
            db.session().add(fred);
            db.session().commit();
            db.session().delete(fred);
            db.session().add(fred);
            assertThat(db.session().state(fred)).isEqualTo(EntityState.MANAGED);
            db.session().detach(fred);
            assertThat(db.session().state(fred)).isEqualTo(EntityState.DETACHED);
            User again = db.query(User.class).one();
            db.session().delete(again);
            db.session().flush();
            assertThat(db.session().state(again)).isEqualTo(EntityState.REMOVED);
            assertThatThrownBy(() -> db.session().add(again))
                    .hasMessage(
                            "<User 'fred'> was deleted, and the DELETE was sent already. Create a"
                                    + " new object, or call session.rollback() and load this one"
                                    + " again.");
            db.session().rollback();
            assertThat(db.session().state(again)).isEqualTo(EntityState.DETACHED);
            assertThat(db.query(User.class).count()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void references_to_deleted_and_to_new_objects_have_different_messages(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role observer = new Role("Observer");
            db.session().addAll(new Role("Editor"), observer, new User("fred", observer));
            db.session().commit();
            db.session().delete(observer);
            assertThatThrownBy(() -> db.session().commit())
                    .hasMessage(
                            "User.role still refers to <Role 'Observer'>, which is to be deleted. Let"
                                    + " each User refer to another one or to none, or delete it first.");
            db.session().rollback();
            db.session().delete(db.query(Role.class).filterBy("name", "Editor").one());
            db.session().add(new User("susan", new Role("Guest")));
            assertThatThrownBy(() -> db.session().commit())
                    .hasMessageStartingWith("User.role refers to a new Role that was not added.");
        }
    }

    @OnEveryDatabase
    void a_closed_session_says_so(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            DbSession closed = db.session();
            db.closeSession();
            assertThatThrownBy(() -> closed.add(new User("fred")))
                    .isInstanceOf(OrmlabException.class)
                    .hasMessage(
                            "This session is closed. Call db.session() for one that is open, and load"
                                    + " the objects there.");
            db.session().add(new User("fred"));
            db.session().commit();
            assertThat(db.query(User.class).count()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void a_pending_object_can_be_deleted_again(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            User fred = new User("fred");
            db.session().add(fred);
            db.session().delete(fred);
            assertThat(db.trace(() -> db.session().commit()).count()).isZero();
            assertThatThrownBy(() -> db.session().delete(fred))
                    .hasMessageContaining("was never stored");
        }
    }

    @Test
    void an_unregistered_class_is_refused_with_a_list_of_models() {
        try (Database db = TestDatabase.SQLITE_MEMORY.open(Role.class, User.class)) {
            assertThatThrownBy(() -> db.session().add("fred"))
                    .isInstanceOf(OrmlabException.class)
                    .hasMessage(
                            "'String' is not a registered model. Registered: [Role, User]."
                                    + " Register it with db.models(…), with @Entity on the class.");
            assertThatThrownBy(() -> db.session().add(null))
                    .hasMessageStartingWith("null cannot be stored.");
        }
    }

    @OnEveryDatabase
    void another_thread_gets_a_clear_error(TestDatabase kind) throws InterruptedException {
        try (Database db = kind.open(Role.class, User.class)) {
            Session mine = db.session();
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread other =
                    new Thread(
                            () -> {
                                try {
                                    mine.createSelectionQuery("from User", User.class)
                                            .getResultList();
                                } catch (RuntimeException refused) {
                                    thrown.set(refused);
                                }
                            },
                            "worker");
            other.start();
            other.join();
            assertThat(thrown.get())
                    .isInstanceOf(WrongThread.class)
                    .hasMessageContaining(
                            "and thread 'worker' used it. A session serves one thread");
        }
    }

    @OnEveryDatabase
    void a_transaction_commits_at_its_end_and_rolls_back_on_an_error(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Integer id =
                    db.inTransaction(
                            session -> {
                                User fred = new User("fred");
                                session.add(fred);
                                session.flush();
                                assertThat(db.session()).isSameAs(session);
                                return fred.getId();
                            });
            assertThat(db.query(User.class).get(id)).isPresent();
            assertThatThrownBy(
                            () ->
                                    db.inTransaction(
                                            session -> {
                                                session.add(new User("steve"));
                                                session.flush();
                                                throw new IllegalStateException("stop");
                                            }))
                    .hasMessage("stop");
            assertThat(db.query(User.class).count()).isEqualTo(1);
        }
    }

    @Test
    void a_session_that_waits_for_its_own_thread_fails_at_once() {
        try (Database db = TestDatabase.SQLITE.open(Role.class, User.class)) {
            db.session().add(new User("fred"));
            db.session().flush();
            assertThatThrownBy(() -> db.inTransaction(session -> 1))
                    .hasStackTraceContaining(
                            "This thread already writes to the database through another session.");
        }
    }

    @OnEveryDatabase
    void an_object_that_was_not_added_is_named(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.session().add(new User("susan", new Role("Observer")));
            assertThatThrownBy(() -> db.session().commit())
                    .hasMessage(
                            "User.role refers to a new Role that was not added. Add it too: session.add(…),"
                                    + " or let User cascade to it: cascade = CascadeType.PERSIST.");
        }
    }

    @Entity
    static class Shelf {
        @Id Integer number;
    }

    @OnEveryDatabase
    void an_object_without_an_id_says_how_to_generate_ids(TestDatabase kind) {
        try (Database db = kind.open(Shelf.class)) {
            db.session().add(new Shelf());
            assertThatThrownBy(() -> db.session().commit())
                    .isExactlyInstanceOf(OrmlabException.class)
                    .hasMessage(
                            "A new Shelf has no id, and nothing generates one. Set its id before"
                                    + " you"
                                    + " add it, or let the database generate it:"
                                    + " @GeneratedValue(strategy ="
                                    + " GenerationType.IDENTITY) next to @Id.");
            db.session().rollback();
            Shelf seven = new Shelf();
            seven.number = 7;
            db.session().add(seven);
            db.session().commit();
            assertThat(db.query(Shelf.class).count()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void an_object_whose_row_was_deleted_is_neither_merged_nor_updated(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            User fred = new User("fred");
            db.session().add(fred);
            db.session().commit();
            db.inTransaction(other -> other.query(User.class).delete());
            fred.setUsername("freddy");
            String gone =
                    "User with id 1 has no row any more: it was deleted after this object was"
                            + " loaded. To store its values again, create a new object.";
            assertThatThrownBy(() -> db.session().commit())
                    .isExactlyInstanceOf(OptimisticLockException.class)
                    .hasMessage(gone);
            db.session().rollback();
            assertThatThrownBy(() -> db.session().merge(fred))
                    .isExactlyInstanceOf(OptimisticLockException.class)
                    .hasMessage(gone);
            assertThatThrownBy(() -> db.session().commit()).isInstanceOf(RollbackRequired.class);
            db.session().rollback();
            assertThat(db.query(User.class).count()).isZero();
        }
    }

    @OnEveryDatabase
    void createAll_can_be_called_after_a_failed_query(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(Role.class, User.class)) {
            assertThatThrownBy(() -> db.query(User.class).all())
                    .hasMessageContaining("Did you forget db.createAll(), or");
            assertThatThrownBy(() -> db.query(User.class).all())
                    .isInstanceOf(RollbackRequired.class)
                    .hasMessageContaining("Did you forget db.createAll(), or");
            db.createAll();
            assertThat(db.query(User.class).all()).isEmpty();
        }
    }

    @OnEveryDatabase
    void rows_can_only_read(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            assertThatThrownBy(() -> db.rows("delete from users"))
                    .hasMessage(
                            "rows(…) only reads, and 'delete from users' is not a query. Write through a"
                                    + " session.");
            assertThatThrownBy(() -> db.rows("select * from nota"))
                    .hasMessageContaining("Table 'nota' does not exist.");
        }
    }

    @OnEveryDatabase
    void changes_lists_what_a_flush_would_send(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            User fred = new User("fred");
            User steve = new User("steve");
            db.session().addAll(fred, steve);
            assertThat(db.session().changes())
                    .hasToString("[insert <User 'fred'>, insert <User 'steve'>]");
            db.session().commit();
            assertThat(db.session().changes()).isEmpty();
            fred.setUsername("freddy");
            db.session().delete(steve);
            Trace trace =
                    db.trace(
                            () ->
                                    assertThat(db.session().changes())
                                            .extracting(PendingChange::toString)
                                            .containsExactlyInAnyOrder(
                                                    "update <User 'freddy'> (username: fred → freddy)",
                                                    "delete <User 'steve'>"));
            assertThat(trace.count()).isZero();
        }
    }

    @OnEveryDatabase
    void an_idle_session_holds_no_connection(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.session().add(new User("fred"));
            db.session().commit();
            assertThat(db.connectionsInUse()).isZero();
        }
    }
}
