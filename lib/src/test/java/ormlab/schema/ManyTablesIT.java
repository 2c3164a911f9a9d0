package ormlab.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.exception.SQLGrammarException;
import org.junit.jupiter.api.Test;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class ManyTablesIT {
    @Entity
    static class Node {
        @Id Integer id;

        @ManyToOne Node next;
    }

    /** Returns a query that joins this many tables, each to the one before. */
    private static String chain(int tables) {
        return "select n0.id from Node n0 "
                + IntStream.range(1, tables)
                        .mapToObj(i -> "join n" + (i - 1) + ".next n" + i)
                        .collect(Collectors.joining(" "));
    }

    @OnSqliteAndPostgres
    void a_join_of_sixty_tables_works(TestDatabase database) {
        try (MappedModel model = database.create(Node.class)) {
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
        try (MappedModel model = TestDatabase.SQLITE.create(Node.class)) {
            assertThatThrownBy(() -> model.ask(Integer.class, chain(70)))
                    .isInstanceOf(SQLGrammarException.class)
                    .hasMessage(
                            "SQLite joins at most 64 tables in one query. Fetch fewer associations"
                                    + " at once.");
        }
    }
}
