package grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ormlab.grade.Exercise;
import ormlab.grade.Exercises;
import ormlab.grade.Grade;
import ormlab.grade.Grader;
import ormlab.grade.rules.KnownAnswer;

/**
 * Checks that exercises that support PostgreSQL get the same grades in the same words there, so
 * their graders judge what an answer does and not what SQLite makes of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class PostgresAgreesIT {
    private final Exercises exercises = Exercises.find();
    private final List<Exercise> promised =
            Selected.from(exercises).stream().filter(Exercise::onPostgres).toList();
    private final AtomicInteger schemas = new AtomicInteger();
    private EmbeddedPostgres server;

    @TestFactory
    Stream<DynamicTest> the_same_words_on_postgresql() throws IOException {
        server = promised.isEmpty() ? null : EmbeddedPostgres.builder().start();
        Grader there = exercises.grader().on(this::freshDatabase);
        return promised.stream()
                .flatMap(exercise -> KnownAnswer.of(exercise).stream())
                .map(answer -> sameWords(there, answer));
    }

    private DynamicTest sameWords(Grader there, KnownAnswer known) {
        return dynamicTest(
                known.name(),
                () -> {
                    Grade grade = there.grade(known.exercise(), known.answer());
                    assertEquals(Graded.of(exercises, known).text(), grade.text());
                });
    }

    /** Returns the URL of a new schema, which is much cheaper than a new database. */
    private String freshDatabase() {
        String name = "graded" + schemas.incrementAndGet();
        try (Connection admin = server.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("create schema " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
    }

    @AfterAll
    void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
