package ormlab.migrate.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ormlab.Database;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** What Flask-SQLAlchemy calls reflection: it shows what is in the database, without any model. */
class ColumnRowsTest {
    @OnEveryDatabase
    void tables_are_listed_without_any_model(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl())) {
            assertThat(db.tables().size()).isZero();
            db.models(Role.class, User.class).createAll();
            assertThat(db.tables().columns())
                    .containsExactly("table", "column", "type", "null", "key");
            List<String> rows =
                    db.tables().values().stream()
                            .map(r -> r.get(0) + "." + r.get(1) + " " + r.get(3) + " " + r.get(4))
                            .toList();
            assertThat(rows)
                    .hasSize(5)
                    .contains(
                            "roles.id not null primary key",
                            "roles.name null unique",
                            "users.id not null primary key",
                            "users.role_id null → roles.id")
                    .anyMatch(row -> row.startsWith("users.username null"));
            assertThat(rows.get(0)).startsWith("roles.");
        }
    }

    @OnEveryDatabase
    void a_table_without_a_model_is_listed_too(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.inTransaction(
                    session ->
                            session.createNativeMutationQuery("create table legacy (code int)")
                                    .executeUpdate());
            assertThat(db.tables().values())
                    .anySatisfy(row -> assertThat(row).startsWith("legacy", "code"));
        }
    }
}
