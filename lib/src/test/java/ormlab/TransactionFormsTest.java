package ormlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.session.DbSession;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** {@link Database#inTransaction} accepts each form of lambda. */
class TransactionFormsTest {
    private static User store(DbSession session) {
        User user = new User("by method");
        session.add(user);
        return user;
    }

    private static void remove(DbSession session) {
        session.query(User.class).delete();
    }

    @OnEveryDatabase
    void code_with_and_without_a_result(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.inTransaction(
                    session -> {
                        session.add(new User("block"));
                    });
            String name =
                    db.inTransaction(session -> session.query(User.class).one().getUsername());
            assertThat(name).isEqualTo("block");
            long count =
                    db.inTransaction(
                            session -> {
                                session.add(new User("other"));
                                session.flush();
                                return session.query(User.class).count();
                            });
            assertThat(count).isEqualTo(2);
            db.inTransaction(session -> session.merge(new User("expression")));
            User stored = db.inTransaction(TransactionFormsTest::store);
            assertThat(stored.getUsername()).isEqualTo("by method");
            Function<DbSession, Long> counting = session -> session.query(User.class).count();
            assertThat(db.inTransaction(counting)).isEqualTo(4);
            assertThatThrownBy(
                            () ->
                                    db.inTransaction(
                                            session -> {
                                                throw new IllegalStateException("always");
                                            }))
                    .hasMessage("always");
            db.inTransaction(TransactionFormsTest::remove);
            db.inTransaction(TransactionFormsTest::remove, TransactionFormsTest::store);
            assertThat(db.query(User.class).count()).isEqualTo(1);
        }
    }

    private static String errors(String call) {
        String source =
                "class Try { void run(ormlab.Database db, java.nio.file.Path file) { "
                        + call
                        + " } }";
        var collector = new DiagnosticCollector<JavaFileObject>();
        ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        collector,
                        List.of(
                                "-proc:none",
                                "-implicit:none",
                                "-d",
                                System.getProperty("java.io.tmpdir")),
                        null,
                        List.of(
                                new SimpleJavaFileObject(
                                        URI.create("string:///Try.java"),
                                        JavaFileObject.Kind.SOURCE) {
                                    @Override
                                    public CharSequence getCharContent(boolean ignored) {
                                        return source;
                                    }
                                }))
                .call();
        return collector.getDiagnostics().stream()
                .map(problem -> problem.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_checked_exception_is_reported_as_such() {
        assertThat(errors("db.inTransaction(s -> { java.nio.file.Files.delete(file); });"))
                .contains("unreported exception")
                .doesNotContain("ambiguous");
        assertThat(errors("db.inTransaction(s -> java.nio.file.Files.readString(file));"))
                .contains("unreported exception")
                .doesNotContain("ambiguous");
    }
}
