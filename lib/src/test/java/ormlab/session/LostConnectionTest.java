package ormlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.TestDatabase;

/** A session continues after its connection to PostgreSQL was lost, as when the server restarts. */
class LostConnectionTest {
    private final String url = TestDatabase.POSTGRESQL.freshUrl();

    /** Opens a database whose session has sent a row. */
    private Database open() {
        Database db = Database.open(url).models(Role.class, User.class);
        db.createAll();
        db.session().add(new Role("Observer"));
        db.session().flush();
        return db;
    }

    private void loseConnection(Database db) {
        Object pid =
                db.session()
                        .createNativeQuery("select pg_backend_pid()", Integer.class)
                        .getSingleResult();
        try (Database admin = Database.open(url)) {
            admin.rows("select pg_terminate_backend(?)", pid);
        }
    }

    @Test
    void a_query_reports_it_and_a_rollback_gets_a_new_connection() {
        try (Database db = open()) {
            loseConnection(db);
            assertThatThrownBy(() -> db.query(Role.class).count())
                    .hasMessageContaining("The connection to PostgreSQL was lost (")
                    .hasMessageContaining(
                            "). Roll back: the next statement opens a new connection.");
            db.session().rollback();
            assertThat(db.query(Role.class).count()).isZero();
            db.session().add(new Role("Editor"));
            db.session().commit();
            assertThat(db.connectionsInUse()).isZero();
        }
    }

    @Test
    void a_rollback_is_required_first() {
        try (Database db = open()) {
            loseConnection(db);
            db.session().rollback();
            assertThat(db.query(Role.class).count()).isZero();
        }
    }

    @Test
    void a_commit_does_not_claim_that_nothing_was_stored() {
        try (Database db = open()) {
            loseConnection(db);
            assertThatThrownBy(() -> db.session().commit())
                    .hasMessageContaining(
                            "If this was a commit, check first whether it was stored.");
            db.session().rollback();
            assertThat(db.query(Role.class).count()).isZero();
        }
    }

    @Test
    void a_session_can_be_closed() {
        try (Database db = open()) {
            loseConnection(db);
            db.closeSession();
            assertThat(db.query(Role.class).count()).isZero();
        }
    }
}
