package ormlab.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.session.DbSession;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** Ids of each kind find their row, and an id of a wrong type does not fail the transaction. */
class GivenIdIT {
    @Entity
    @Table(name = "shelves")
    static class Shelf {
        @Id private Integer id;

        protected Shelf() {}

        Shelf(int id) {
            this.id = id;
        }
    }

    static class PlaceId implements Serializable {
        private static final long serialVersionUID = 1L;

        private Integer shelf;
        private int number;

        PlaceId() {}

        PlaceId(int shelf, int number) {
            this.shelf = shelf;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof PlaceId id
                    && Objects.equals(id.shelf, shelf)
                    && id.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(shelf, number);
        }
    }

    @Entity
    @IdClass(PlaceId.class)
    @Table(name = "places")
    static class Place {
        @Id @ManyToOne private Shelf shelf;
        @Id private int number;

        protected Place() {}

        Place(Shelf shelf, int number) {
            this.shelf = shelf;
            this.number = number;
        }

        @Override
        public String toString() {
            return shelf.id + "/" + number;
        }
    }

    @Entity
    @Table(name = "neighbours")
    static class Neighbours {
        @Id @ManyToOne private Shelf left;
        @Id @ManyToOne private Shelf right;

        protected Neighbours() {}

        Neighbours(Shelf left, Shelf right) {
            this.left = left;
            this.right = right;
        }
    }

    @Embeddable
    record Isbn(String prefix, int number) {}

    @Entity
    @Table(name = "books")
    static class Book {
        @EmbeddedId private Isbn isbn;

        protected Book() {}

        Book(Isbn isbn) {
            this.isbn = isbn;
        }
    }

    private static Database database(TestDatabase kind) {
        Database db = kind.open(Shelf.class, Place.class, Book.class, Neighbours.class);
        Shelf shelf = new Shelf(1);
        db.session().addAll(shelf, new Place(shelf, 2), new Book(new Isbn("978", 7)));
        db.session().commit();
        db.closeSession();
        return db;
    }

    @OnEveryDatabase
    void an_id_of_several_columns_finds_its_row(TestDatabase kind) {
        try (Database db = database(kind)) {
            assertThat(db.query(Place.class).get(new PlaceId(1, 2)).orElseThrow())
                    .hasToString("1/2");
            assertThat(db.query(Place.class).get(new PlaceId(1, 3))).isEmpty();
            assertThat(db.session().find(Place.class, new PlaceId(1, 2))).hasToString("1/2");
            assertThat(db.query(Book.class).get(new Isbn("978", 7))).isPresent();
            assertThatThrownBy(() -> db.query(Place.class).get(1))
                    .hasMessage(
                            "The id of Place is of type PlaceId, and the one to look up is 1 of"
                                    + " type Integer. Pass a value of type PlaceId.");
            assertThatThrownBy(() -> db.query(Book.class).getOr404("978"))
                    .isInstanceOf(NotFound.class);
        }
    }

    @OnEveryDatabase
    @SuppressWarnings("removal")
    void a_wrong_id_does_not_fail_the_transaction(TestDatabase kind) {
        try (Database db = database(kind)) {
            DbSession session = db.session();
            session.add(new Shelf(2));
            List<ThrowingCallable> lookUps =
                    List.of(
                            () -> session.find(Shelf.class, "x"),
                            () -> session.find(Shelf.class, "x", LockModeType.READ),
                            () -> session.find(Shelf.class, "x", Map.of()),
                            () -> session.find(Shelf.class, "x", LockModeType.READ, Map.of()),
                            () -> session.find(session.createEntityGraph(Shelf.class), "x"),
                            () -> session.findMultiple(Shelf.class, List.of(1, "x")),
                            () -> session.findMultiple(Shelf.class, Arrays.asList(1, null)),
                            () -> session.get(Shelf.class, "x"),
                            () -> session.getReference(Shelf.class, "x"),
                            () -> session.find(Place.class, 1),
                            () -> session.find(Book.class, "978"));
            for (ThrowingCallable lookUp : lookUps) {
                assertThatThrownBy(lookUp)
                        .isInstanceOf(OrmlabException.class)
                        .hasMessageStartingWith("The id of ");
            }
            session.commit();
            assertThat(session.findMultiple(Shelf.class, List.of(1, 2))).hasSize(2);
        }
    }

    @OnEveryDatabase
    void a_rollback_keeps_an_id_of_several_parts(TestDatabase kind) {
        try (Database db = database(kind)) {
            DbSession session = db.session();
            Shelf one = session.find(Shelf.class, 1);
            Shelf two = new Shelf(2);
            List<Object> added =
                    List.of(
                            new Neighbours(one, two),
                            new Place(two, 5),
                            new Book(new Isbn("979", 8)));
            session.add(two);
            session.addAll(added.toArray());
            session.flush();
            session.rollback();
            assertThat(db.query(Neighbours.class).count()).isZero();

            session.addAll(added.toArray());
            session.add(two); // What an id refers to may be added later.
            session.commit();
            db.closeSession();
            assertThat(db.query(Neighbours.class).one().right.id).isEqualTo(2);
            assertThat(db.query(Place.class).get(new PlaceId(2, 5))).isPresent();
            assertThat(db.query(Book.class).get(new Isbn("979", 8))).isPresent();
        }
    }
}
