package ormlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.OptimisticLockException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.error.SnippetNames;
import ormlab.testing.CellClasses;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** Messages use the plain name of a cell's class, not the one that JShell invents. */
class SnippetNamesTest {
    @TempDir Path folder;

    private static final String MODELS =
            """
            @jakarta.persistence.Entity
            public static class Note {
                @jakarta.persistence.Id
                @jakarta.persistence.GeneratedValue(
                        strategy = jakarta.persistence.GenerationType.IDENTITY)
                Integer id;
                @jakarta.persistence.Version int version;
                public String text;
                public Note() {}
            }
            """;

    @Test
    void a_snippets_class_is_shortened_to_its_name() {
        assertThat(SnippetNames.plain("detached REPL.$JShell$12$Role and [REPL.$JShell$3B$User#1]"))
                .isEqualTo("detached Role and [User#1]");
        assertThat(SnippetNames.plain("REPL.$JShell$12$Role.users")).isEqualTo("Role.users");
        assertThat(SnippetNames.plain("ormlab.model.Role")).isEqualTo("ormlab.model.Role");
        assertThat(SnippetNames.plain((String) null)).isNull();
    }

    @Test
    void an_error_keeps_its_class_and_its_cause() {
        var lock = new OptimisticLockException("row of REPL.$JShell$12$Role", null, "entity");
        assertThat(SnippetNames.plain(lock))
                .isExactlyInstanceOf(OptimisticLockException.class)
                .hasMessage("row of Role")
                .hasCause(lock)
                .extracting(e -> ((OptimisticLockException) e).getEntity())
                .isEqualTo("entity");
        var argument = new IllegalArgumentException("REPL.$JShell$1$A");
        assertThat(SnippetNames.plain(argument))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("A")
                .hasCause(argument);
        var untouched = new IllegalStateException("plain");
        assertThat(SnippetNames.plain(untouched)).isSameAs(untouched);
    }

    @OnEveryDatabase
    void no_error_of_a_session_shows_jshells_class_names(TestDatabase kind) throws Exception {
        Class<?> type = CellClasses.compile(folder, 12, MODELS)[0];
        try (Database db = kind.open(type)) {
            Object note = type.getConstructor().newInstance();
            db.session().add(note);
            db.session().commit();
            db.session().detach(note);
            assertThatThrownBy(() -> db.session().add(note))
                    .hasMessageStartingWith("Note@")
                    .hasMessageContaining("is detached");
            Object loaded = db.query(type).one();
            assertThat(db.session().changes()).isEmpty();
            db.inTransaction(
                    session ->
                            session.createMutationQuery("update versioned Note set text = 'x'")
                                    .executeUpdate());
            type.getField("text").set(loaded, "y");
            assertThat(db.session().changes())
                    .singleElement()
                    .asString()
                    .startsWith("update Note@");
            assertThatThrownBy(() -> db.session().commit())
                    .isInstanceOf(OptimisticLockException.class)
                    .hasMessageContaining("Note")
                    .extracting(Throwable::getMessage)
                    .asString()
                    .doesNotContain("JShell");
            assertThatThrownBy(() -> db.session().commit())
                    .isInstanceOf(RollbackRequired.class)
                    .extracting(Throwable::getMessage)
                    .asString()
                    .doesNotContain("JShell");
            db.session().rollback();
            assertThatThrownBy(
                            () -> db.session().createSelectionQuery("select nam from Note", type))
                    .extracting(Throwable::getMessage)
                    .asString()
                    .doesNotContain("JShell");
            assertThatThrownBy(() -> db.session().getReference(type, 99).toString())
                    .isInstanceOf(RuntimeException.class);
        }
    }
}
