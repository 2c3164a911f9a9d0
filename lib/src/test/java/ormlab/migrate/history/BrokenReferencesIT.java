package ormlab.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ormlab.config.ConnectionHook;
import ormlab.config.ConnectionSettings;
import ormlab.testing.TestDatabase;

/**
 * On SQLite, references that were already broken do not stop a migration; only those that the run
 * breaks do.
 */
class BrokenReferencesIT {
    private static final String WARNING =
            "\nWarning: 1 reference from pets to owners already had no matching row before this run:"
                    + " pets.owner_id = 42. Delete or correct such rows;"
                    + " 'pragma foreign_key_check' lists them.";

    @TempDir Path home;

    /** Opens a database with owner 1, and pets that belong to owners 1 and 42. */
    private HandWritten project() {
        var off =
                ConnectionSettings.defaults()
                        .onConnect(ConnectionHook.sql("pragma foreign_keys = off"));
        HandWritten project = new HandWritten(home, TestDatabase.SQLITE.freshUrl(), off);
        project.execute("create table owners (id integer primary key, name text)");
        project.execute(
                "create table pets (id integer primary key, owner_id integer references owners)");
        project.execute("insert into owners values (1, 'Ann'), (2, 'Bob')");
        project.execute("insert into pets values (1, 42), (2, 1), (3, 2)");
        return project;
    }

    private static String refusal(HandWritten project) {
        return catchThrowableOfType(MigrationFailed.class, project.migrations::upgrade)
                .getMessage();
    }

    @Test
    void an_old_orphan_is_reported_but_does_not_stop_a_run() {
        try (HandWritten project = project().tables("notes")) {
            assertThat(project.migrations.upgrade())
                    .hasToString("Running upgrade <base> -> 1, notes" + WARNING);
            assertThat(project.migrations.downgrade())
                    .hasToString("Running downgrade 1 -> <base>, notes" + WARNING);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table pets rename to animals; alter table animals rename column owner_id to keeper;",
                "alter table owners rename to keepers;",
                "create table new (owner_id integer references owners, id integer primary key);"
                        + "insert into new select owner_id, id from pets; drop table pets;"
                        + "alter table new rename to pets;",
                "create table new (id text primary key, owner_id integer references owners) without rowid;"
                        + "insert into new select id, owner_id from pets where id > 1; drop table pets;"
                        + "alter table new rename to pets;"
            })
    void an_old_orphan_may_be_moved(String sql) {
        try (HandWritten project = project().file(1, "move", sql, "select 1;")) {
            assertThat(project.migrations.upgrade().at()).hasToString("1 (head)");
        }
    }

    @Test
    void a_new_orphan_is_refused_even_if_an_old_one_disappears() {
        String sql = "delete from pets where id = 1; delete from owners where id = 2;";
        try (HandWritten project = project().file(1, "swap", sql, "select 1;")) {
            assertThat(refusal(project))
                    .contains(
                            "1 reference from pets to owners would refer to rows that do not exist.");
        }
    }

    @Test
    void dropping_a_table_only_counts_references_to_existing_rows() {
        try (HandWritten project = project().file(1, "drop", "drop table owners;", "select 1;")) {
            assertThat(refusal(project)).contains("2 references from pets to owners would refer");
        }
    }

    @Test
    void an_old_foreign_key_that_cannot_be_checked_does_not_stop_a_run() {
        try (HandWritten project = project().tables("notes")) {
            project.execute("create table parents (id integer)");
            project.execute("create table children (parent_id integer references parents (id))");
            assertThat(project.migrations.upgrade().warnings())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("The foreign keys of table children cannot be checked: ")
                    .contains("foreign key mismatch")
                    .endsWith(" Let each of them refer to a primary key or to unique columns.");
        }
    }
}
