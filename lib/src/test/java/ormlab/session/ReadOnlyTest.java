package ormlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.config.DatabaseUrl;
import ormlab.config.InvalidDatabaseUrl;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** Read-only sessions on databases without a replica, and the URLs of replicas. */
class ReadOnlyTest {
    private static Database open(TestDatabase database) {
        Database db = database.open(Role.class, User.class);
        db.session().add(new Role("Observer"));
        db.session().commit();
        return db;
    }

    private static void read(Database db, Consumer<DbSession> work) {
        db.readOnly()
                .inTransaction(
                        session -> {
                            work.accept(session);
                            return null;
                        });
    }

    @OnEveryDatabase
    void without_a_replica_the_database_itself_is_read(TestDatabase database) {
        try (Database db = open(database)) {
            assertThat(
                            db.readOnly()
                                    .<Boolean>inTransaction(
                                            session ->
                                                    session == db.session()
                                                            && db.query(Role.class).count() == 1))
                    .isTrue();
            assertThat(db.readOnly().lastCommit()).isEmpty();
            try (DbSession session = db.readOnly().after("0/1").openSession()) {
                assertThat(session.query(Role.class).all()).hasSize(1);
            }
            assertThat(db.connectionsInUse()).isZero();
        }
    }

    @OnEveryDatabase
    void an_object_is_neither_added_nor_deleted_nor_merged(TestDatabase database) {
        try (Database db = open(database)) {
            assertThatThrownBy(() -> read(db, session -> session.add(new Role("Editor"))))
                    .hasMessage(
                            "This session only reads, so it cannot add <Role 'Editor'>. Write in"
                                    + " db.session() or in db.inTransaction(…).");
            assertThatThrownBy(
                            () ->
                                    read(
                                            db,
                                            session ->
                                                    session.delete(
                                                            session.query(Role.class).first())))
                    .hasMessageContaining("This session only reads, so it cannot delete ");
            assertThatThrownBy(() -> read(db, session -> session.merge(new Role("Editor"))))
                    .hasMessageContaining("This session only reads, so it cannot merge ");
            assertThat(db.query(Role.class).count()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void a_statement_that_writes_is_rejected(TestDatabase database) {
        try (Database db = open(database)) {
            assertThatThrownBy(() -> read(db, session -> session.execute("delete from roles")))
                    .hasMessageContaining(
                            database == TestDatabase.POSTGRESQL
                                    ? "PostgreSQL rejected a write in a transaction that only reads"
                                    : "read-only; nothing was written");
            assertThat(db.query(Role.class).count()).isEqualTo(1);
            db.session().add(new Role("Editor"));
            db.session().commit();
            assertThat(db.query(Role.class).count()).isEqualTo(2);
        }
    }

    @Test
    void sqlite_has_no_replica() {
        ConnectionSettings settings = ConnectionSettings.defaults().replicas("sqlite:///b.sqlite");
        assertThatThrownBy(() -> Database.open("sqlite:///a.sqlite", settings))
                .isInstanceOf(InvalidDatabaseUrl.class)
                .hasMessage(
                        "SQLite has no replicas: a database is one place, here"
                                + " 'sqlite:///a.sqlite'. Leave out replicas(…) and"
                                + " DATABASE_REPLICA_URL, or use PostgreSQL.");
    }

    @Test
    void a_replica_must_be_the_same_kind_of_database() {
        ConnectionSettings settings = ConnectionSettings.defaults().replicas("sqlite:///b.sqlite");
        assertThatThrownBy(() -> Database.open("postgresql://anna:secret@one/shop", settings))
                .hasMessage(
                        "The replica 'sqlite:///b.sqlite' is not a PostgreSQL database, and the"
                                + " primary 'postgresql://anna:***@one/shop' is. A replica is a copy"
                                + " of its primary, so correct its URL.");
    }

    @Test
    void several_urls_are_separated_by_commas_and_passwords_are_hidden() {
        ConnectionSettings settings =
                ConnectionSettings.defaults()
                        .replicas(
                                "postgresql://anna:secret@one:1,two:2/shop,"
                                        + " jdbc:postgresql://three/shop?password=secret");
        try (Database db = Database.open(TestDatabase.POSTGRESQL.freshUrl(), settings)) {
            assertThat(db.toString())
                    .endsWith(
                            ", replica postgresql://anna:***@one:1,two:2/shop,"
                                    + " jdbc:postgresql://three/shop?password=***>");
        }
    }

    @Test
    void the_driver_gets_all_hosts_and_its_own_name_for_the_server_kind() {
        assertThat(
                        DatabaseUrl.parse(
                                        "postgresql://anna@one:1,two/shop?target_session_attrs=standby")
                                .jdbcUrl())
                .contains("jdbc:postgresql://one:1,two/shop?targetServerType=secondary");
    }
}
