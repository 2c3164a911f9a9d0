package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.migrate.history.MigrationFailed;
import ormlab.migrate.history.MigrationRefused;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.session.DbSession;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** A data migration works with entities, and belongs to the transaction of its run. */
class EntityMigrationIT {
    @TempDir Path home;

    /** Inserts the roles that every database needs. */
    static class V2__first_roles extends EntityMigration {
        @Override
        public void upgrade(DbSession session) {
            Role role = new Role("Observer");
            session.addAll(role, new User("fred", role));
            session.commit(); // which only flushes here
            session.add(new Role("Editor"));
        }

        @Override
        public void downgrade(DbSession session) {
            session.query(User.class).delete();
            session.query(Role.class).all().forEach(session::delete);
        }
    }

    static class V3__fails extends EntityMigration {
        @Override
        public void upgrade(DbSession session) {
            session.query(User.class).delete();
            throw new IllegalStateException("Half of the roles have no name");
        }
    }

    static class V3__rolls_back extends EntityMigration {
        @Override
        public void upgrade(DbSession session) {
            session.add(new Role("lost"));
            session.rollback();
        }
    }

    static class V3__stays extends EntityMigration {
        @Override
        public void upgrade(DbSession session) {
            session.createMutationQuery("update Role set name = upper(name)").executeUpdate();
        }
    }

    private Migrations of(Database db) {
        Migrations migrations = db.migrations(home.resolve("migrations").toString());
        migrations.init();
        migrations.migrate("tables");
        return migrations;
    }

    @OnEveryDatabase
    void upgrade_and_downgrade_work_with_entities(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(Role.class, User.class)) {
            Migrations migrations = of(db).with(new V2__first_roles());
            assertThat(migrations.upgrade())
                    .hasToString(
                            "Running upgrade <base> -> 1, tables\n"
                                    + "Running upgrade 1 -> 2, first roles");
            assertThat(db.query(Role.class).orderBy("name").all())
                    .hasToString("[<Role 'Editor'>, <Role 'Observer'>]");
            assertThat(db.query(User.class).one().getRole().getName()).isEqualTo("Observer");
            assertThat(migrations.revision("next")).hasToString("V3__next.sql");

            assertThat(migrations.downgrade("1"))
                    .hasToString("Running downgrade 2 -> 1, first roles");
            assertThat(db.query(Role.class).count()).isZero();
            migrations.upgrade("2");
            assertThat(db.query(Role.class).count()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void an_error_undoes_the_whole_run(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(Role.class, User.class)) {
            Migrations migrations = of(db).with(new V2__first_roles());
            assertThatThrownBy(() -> migrations.with(new V3__fails()).upgrade())
                    .isInstanceOf(MigrationFailed.class)
                    .hasMessage(
                            "'ormlab.migrate.EntityMigrationIT$V3__fails' failed, and everything"
                                    + " was rolled back: the database is as it was, at <base>.\n"
                                    + "Half of the roles have no name.");
            assertThat(migrations.current()).hasToString("<base>");
            assertThatThrownBy(() -> migrations.with(new V3__rolls_back()).upgrade())
                    .hasMessageContaining("To abandon it, throw an exception.");
            assertThat(migrations.upgrade().steps()).hasSize(2);
        }
    }

    @OnEveryDatabase
    void without_a_downgrade_the_migration_stays(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(Role.class, User.class)) {
            Migrations migrations = of(db).with(new V2__first_roles(), new V3__stays());
            migrations.upgrade();
            assertThat(db.query(Role.class).orderBy("name").all())
                    .hasToString("[<Role 'EDITOR'>, <Role 'OBSERVER'>]");
            assertThatThrownBy(migrations::downgrade)
                    .isInstanceOf(MigrationRefused.class)
                    .hasMessageStartingWith("Migration 3, stays cannot be undone: ")
                    .hasMessageEndingWith(
                            "Write one with the statements that undo it, or override"
                                    + " downgrade(…) in its class. Nothing was changed.");
        }
    }

    @OnEveryDatabase
    void an_unregistered_migration_is_reported(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(Role.class, User.class)) {
            Migrations migrations = of(db);
            migrations.with(new V2__first_roles()).upgrade();
            assertThatThrownBy(migrations::upgrade)
                    .hasMessageStartingWith("Migration 2, first roles has run in this database,")
                    .hasMessageContaining("db.migrations().with(new V2__first_roles())");
        }
    }
}
