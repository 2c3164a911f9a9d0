package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.script.MigrationScript;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** An index may be over an expression in parentheses; a column that it names must exist. */
class ExpressionIndexIT {
    @Entity(name = "Note")
    @Table(
            name = "notes",
            indexes = {
                @Index(name = "ix_lower", columnList = "(lower(body)), stars desc"),
                @Index(columnList = "(length(body))"),
                @Index(name = "uq_upper", columnList = "(upper(body))", unique = true)
            })
    static class Indexed {
        @Id Integer id;
        String body;
        int stars;
    }

    @Entity(name = "Note")
    @Table(name = "notes")
    static class Plain {
        @Id Integer id;
        String body;
        int stars;
    }

    @Entity(name = "Note")
    @Table(name = "notes", indexes = @Index(columnList = "lower(body)"))
    static class WithoutParentheses {
        @Id Integer id;
        String body;
    }

    @Entity(name = "Note")
    @Table(name = "notes", indexes = @Index(columnList = "(coalesce(body, ''))"))
    static class WithComma {
        @Id Integer id;
        String body;
    }

    @Entity(name = "Note")
    @Table(name = "notes", indexes = @Index(columnList = "bdy"))
    static class Misspelled {
        @Id Integer id;
        String body;
    }

    @Entity(name = "Note")
    @Table(name = "notes", uniqueConstraints = @UniqueConstraint(columnNames = "text"))
    static class UniqueOverNothing {
        @Id Integer id;
        String body;
    }

    @OnEveryDatabase
    void an_expression_is_indexed(TestDatabase kind) {
        try (Database db = kind.open(Indexed.class)) {
            assertThat(db.ddl().toString())
                    .contains("create index ix_lower on notes ((lower(body)), stars desc);")
                    .contains("create index ix_notes_length_body on notes ((length(body)));")
                    .contains("create unique index uq_upper on notes ((upper(body)));");
            db.session().execute("insert into notes(id, body, stars) values (1, 'Ab', 0)");
            assertThatThrownBy(
                            () ->
                                    db.session()
                                            .execute(
                                                    "insert into notes(id, body, stars) values (2,"
                                                            + " 'aB', 0)"))
                    .hasMessageContaining("must be unique");
            db.session().rollback();
        }
    }

    @OnSqliteAndPostgres
    void an_expression_is_compared(TestDatabase kind) {
        Evolution db = Evolution.on(kind).create(Indexed.class);
        assertThat(db.diff(Indexed.class).changes()).isEmpty();
        MigrationScript script = db.migrate(Decisions.none(), Plain.class);
        assertThat(db.diff(Plain.class).changes()).isEmpty();
        db.run(script.downgrade());
        assertThat(db.diff(Indexed.class).changes()).isEmpty();
    }

    @OnEveryDatabase
    void a_column_that_the_table_does_not_have_is_refused(TestDatabase kind) {
        refused(
                kind,
                WithoutParentheses.class,
                "Table 'notes' has no column 'lower(body)', which one of its indexes names. Put an"
                        + " expression in parentheses: columnList = \"(lower(body))\".");
        refused(
                kind,
                WithComma.class,
                "The expression '(coalesce(body' in an index of table 'notes' is incomplete,"
                        + " because Hibernate splits columnList at each comma. Create this index"
                        + " with SQL in a migration.");
        refused(
                kind,
                Misspelled.class,
                "Table 'notes' has no column 'bdy', which one of its indexes names. Did you mean"
                        + " 'body'? It has: body, id.");
        refused(
                kind,
                UniqueOverNothing.class,
                "Table 'notes' has no column 'text', which one of its unique constraints names. It"
                        + " has: body, id.");
    }

    private static void refused(TestDatabase kind, Class<?> model, String message) {
        assertThatThrownBy(() -> kind.open(model).close())
                .isInstanceOf(OrmlabException.class)
                .hasMessage(message);
    }
}
