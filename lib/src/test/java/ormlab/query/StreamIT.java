package ormlab.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** Streams hold a few rows in memory, and not the whole result. */
class StreamIT {
    private static final int ROWS = 100_000;
    private static final int LENGTH = 1000;
    private static final long MEGABYTE = 1 << 20;

    @Entity
    @Table(name = "letters")
    static class Letter {
        @Id private Integer id;

        @Column(length = LENGTH)
        private String body;
    }

    @OnSqliteAndPostgres
    void a_hundred_megabytes_pass_through_a_few(TestDatabase kind) {
        try (Database db = letters(kind)) {
            Query<Letter> letters = db.query(Letter.class).orderBy("id");
            long before = usedMemory();
            long read = 0;
            try (Stream<String> bodies = letters.select(String.class, "body").stream()) {
                Iterator<String> rows = bodies.iterator();
                while (rows.hasNext()) {
                    read += rows.next().length();
                    if (read == LENGTH * ROWS / 2) {
                        assertThat(usedMemory() - before).isLessThan(20 * MEGABYTE);
                    }
                }
            }
            assertThat(read).isEqualTo(LENGTH * ROWS);
        }
    }

    @Test
    void postgresql_keeps_the_rest_of_a_stream() {
        try (Database db = letters(TestDatabase.POSTGRESQL)) {
            String open = "select count(*) from pg_cursors where name <> ''";
            try (Stream<Letter> letters = db.query(Letter.class).stream()) {
                assertThat(letters.iterator().next().id).isNotNull();
                assertThat(db.session().rows(open).values()).hasToString("[[1]]");
            }
            assertThat(db.session().rows(open).values()).hasToString("[[0]]");
        }
    }

    @OnSqliteAndPostgres
    void a_commit_closes_a_stream_with_an_error(TestDatabase kind) {
        try (Database db = kind.open(Letter.class)) {
            for (int i = 0; i < 3; i++) {
                db.session().execute("insert into letters(id) values (?)", i);
            }
            db.session().commit();
            Query<Letter> letters = db.query(Letter.class).orderBy("id");
            List<Integer> read = new ArrayList<>();
            for (Runnable end : List.<Runnable>of(db.session()::commit, db.session()::rollback)) {
                read.clear();
                try (Stream<Integer> ids = letters.select(Integer.class, "id").stream()) {
                    assertThatThrownBy(
                                    () ->
                                            ids.forEach(
                                                    id -> {
                                                        read.add(id);
                                                        if (id == 1) {
                                                            end.run();
                                                        }
                                                    }))
                            .hasMessage(
                                    "A commit or rollback closed this stream after 2 rows, so the others were"
                                            + " not read. Commit after the last row, or walk with"
                                            + " slice(…).");
                }
                assertThat(read).containsExactly(0, 1);
            }
            try (Stream<Letter> all = letters.stream()) {
                assertThat(all.map(letter -> letter.id)).containsExactly(0, 1, 2);
                db.session().commit();
            }
        }
    }

    private static Database letters(TestDatabase kind) {
        Database db = kind.open(Letter.class);
        db.session()
                .execute(
                        """
                        insert into letters(id, body)
                        with recursive n(i) as (select 1 union all select i + 1 from n where i < %s)
                        select i, '%s' from n
                        """
                                .formatted(ROWS, "x".repeat(LENGTH)));
        db.session().commit();
        db.closeSession();
        return db;
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
