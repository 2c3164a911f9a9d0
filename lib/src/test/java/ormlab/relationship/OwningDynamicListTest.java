package ormlab.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ormlab.Database;
import ormlab.testing.Databases;
import ormlab.trace.Trace;

/** As the owning side of many-to-many a dynamic list is a list like any other when it changes. */
class OwningDynamicListTest {
    @Entity
    static class Reader {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @ManyToMany private DynamicList<Book> books = DynamicList.empty();

        protected Reader() {}

        Reader(String name) {
            this.name = name;
        }
    }

    @Entity
    static class Book {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String title;

        protected Book() {}

        Book(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    @ParameterizedTest
    @EnumSource
    void adding_loads_the_rows_and_writes_them_again(Databases kind) {
        try (Database db = kind.open(Reader.class, Book.class)) {
            Reader susan = new Reader("susan");
            Book one = new Book("one");
            Book two = new Book("two");
            Book three = new Book("three");
            susan.books.addAll(List.of(one, two));
            db.session().addAll(susan, one, two, three);
            db.session().commit();
            db.session().clear();
            Reader again = db.query(Reader.class).one();
            Book third = db.query(Book.class).filterBy("title", "three").one();
            Trace add = db.trace(() -> again.books.add(third));
            assertThat(add.statements())
                    .singleElement()
                    .satisfies(
                            select -> {
                                assertThat(select.isSelect()).isTrue();
                                assertThat(select.loading()).isEqualTo("Reader.books");
                                assertThat(select.rows()).isEqualTo(2);
                            });
            Trace commit = db.trace(() -> db.session().commit());
            assertThat(commit.statements())
                    .extracting(statement -> statement.sql().substring(0, 6))
                    .containsExactly("delete", "insert");
            assertThat(commit.statements().get(1).binds()).hasSize(3);
            assertThat(again.books.orderBy("title").all()).hasToString("[one, three, two]");
        }
    }
}
