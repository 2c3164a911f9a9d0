package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ormlab.testing.Engine;
import ormlab.testing.MappedModel;

class IdsTest {
    @TempDir Path folder;

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

    @ParameterizedTest
    @EnumSource
    void an_id_is_typed_wherever_it_stands(Engine engine) {
        try (MappedModel model = engine.create(folder, Counter.class)) {
            Counter counter = new Counter();
            model.write(session -> session.persist(counter));
            assertThat(counter.id).isEqualTo(1L);
            assertThat(model.<Counter>read(s -> s.find(Counter.class, 1L))).isNotNull();
            if (engine == Engine.SQLITE) {
                assertThat(model.rows("select type, pk from pragma_table_info('counter')"))
                        .contains("INTEGER|1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_id_is_never_given_twice(Engine engine) {
        try (MappedModel model = engine.create(folder, Counter.class)) {
            Counter first = new Counter();
            model.write(session -> session.persist(first));
            model.write(session -> session.remove(session.merge(first)));
            Counter second = new Counter();
            model.write(session -> session.persist(second));
            assertThat(second.id).isEqualTo(2L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void generated_ids_without_a_strategy_work(Engine engine) {
        try (MappedModel model = engine.create(folder, Small.class)) {
            model.write(
                    session -> {
                        session.persist(new Small());
                        session.persist(new Small());
                    });
            assertThat(model.ask(Integer.class, "select id from Small order by id"))
                    .containsExactly(1, 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_row_can_be_asked_for_with_a_lock(Engine engine) {
        try (MappedModel model = engine.create(folder, Counter.class)) {
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
}
