package ormlab.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.exception.SQLGrammarException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ormlab.testing.Engine;
import ormlab.testing.MappedModel;

class ManyTablesIT {
    @TempDir Path folder;

    @Entity
    static class Node {
        @Id Integer id;

        @ManyToOne Node next;
    }

    /** Joins that many tables, each the next of the one before. */
    private static String chain(int tables) {
        return "select n0.id from Node n0 "
                + IntStream.range(1, tables)
                        .mapToObj(i -> "join n" + (i - 1) + ".next n" + i)
                        .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @EnumSource
    void a_join_of_sixty_tables_works(Engine engine) {
        try (MappedModel model = engine.create(folder, Node.class)) {
            model.write(
                    session -> {
                        Node node = new Node();
                        node.id = 1;
                        node.next = node;
                        session.persist(node);
                    });
            assertThat(model.ask(Integer.class, chain(60))).containsExactly(1);
        }
    }

    @Test
    void sqlite_joins_at_most_64_tables_and_says_so() {
        try (MappedModel model = Engine.SQLITE.create(folder, Node.class)) {
            assertThatThrownBy(() -> model.ask(Integer.class, chain(70)))
                    .isInstanceOf(SQLGrammarException.class)
                    .hasMessage(
                            "SQLite joins at most 64 tables in one query. Fetch fewer associations"
                                    + " at once.");
        }
    }
}
