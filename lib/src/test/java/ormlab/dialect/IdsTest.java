package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.SequenceGenerator;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import ormlab.Database;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class IdsTest {
    @Entity
    static class Counter {
        @ColumnDefault("0")
        int aInteger;

        @Column(columnDefinition = "integer not null default 7")
        Integer bInteger = 7;

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String name;
    }

    @Entity
    static class Small {
        @Id @GeneratedValue Integer id;
    }

    @OnSqliteAndPostgres
    void an_id_has_its_declared_type_everywhere(TestDatabase database) {
        try (MappedModel model = database.create(Counter.class)) {
            Counter counter = new Counter();
            model.write(session -> session.persist(counter));
            assertThat(counter.id).isEqualTo(1L);
            assertThat(model.<Counter>read(s -> s.find(Counter.class, 1L))).isNotNull();
            if (database == TestDatabase.SQLITE) {
                assertThat(model.rows("select type, pk from pragma_table_info('counter')"))
                        .contains("INTEGER|1");
            }
        }
    }

    @OnSqliteAndPostgres
    void an_id_is_never_reused(TestDatabase database) {
        try (MappedModel model = database.create(Counter.class)) {
            Counter first = new Counter();
            model.write(session -> session.persist(first));
            model.write(session -> session.remove(session.merge(first)));
            Counter second = new Counter();
            model.write(session -> session.persist(second));
            assertThat(second.id).isEqualTo(2L);
        }
    }

    @OnSqliteAndPostgres
    void generated_ids_without_a_strategy_work(TestDatabase database) {
        try (MappedModel model = database.create(Small.class)) {
            model.write(
                    session -> {
                        session.persist(new Small());
                        session.persist(new Small());
                    });
            assertThat(model.ask(Integer.class, "select id from Small order by id"))
                    .containsExactly(1, 2);
        }
    }

    @OnSqliteAndPostgres
    void a_row_can_be_loaded_with_a_lock(TestDatabase database) {
        try (MappedModel model = database.create(Counter.class)) {
            model.write(session -> session.persist(new Counter()));
            model.write(
                    session -> {
                        assertThat(session.find(Counter.class, 1L, LockModeType.PESSIMISTIC_WRITE))
                                .isNotNull();
                        List<Counter> rows =
                                session.createSelectionQuery("from Counter", Counter.class)
                                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                                        .getResultList();
                        assertThat(rows).hasSize(1);
                    });
        }
    }

    @Entity
    static class Numbered {
        @Id
        @GeneratedValue(generator = "numbers")
        @SequenceGenerator(name = "numbers", initialValue = 100, allocationSize = 5)
        Integer id;
    }

    @OnSqliteAndPostgres
    void a_sequence_begins_at_its_initial_value_where_there_are_sequences(TestDatabase database) {
        try (Database db = database.open(Numbered.class)) {
            List<Numbered> few = List.of(new Numbered(), new Numbered(), new Numbered());
            db.session().addAll(few);
            db.session().commit();
            int first = database == TestDatabase.POSTGRESQL ? 100 : 1;
            assertThat(few.stream().map(each -> each.id))
                    .containsExactly(first, first + 1, first + 2);
        }
    }
}
