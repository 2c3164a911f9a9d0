package ormlab.query;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ormlab.Database;
import ormlab.testing.TestDatabase;

/** An author with a plain list of posts, for tests of queries. */
@Entity
@Table(name = "authors")
class Author {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String name;
    private Integer stars;

    @jakarta.persistence.Column(precision = 10, scale = 2)
    private BigDecimal fee;

    private Address address;

    @OneToMany(mappedBy = "author")
    private List<Post> posts = new ArrayList<>();

    Author() {}

    Author(String name, Integer stars, String city, String... titles) {
        this.name = name;
        this.stars = stars;
        this.address = city == null ? null : new Address(city);
        for (String title : titles) {
            posts.add(new Post(title));
        }
    }

    List<Post> posts() {
        return posts;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Opens a database with seven authors and nine posts. */
    static Database database(TestDatabase kind) {
        Database db = kind.open(Author.class, Post.class, Seat.class, Ticket.class);
        db.session()
                .addAll(
                        new Author("ann", 3, "Rome", "a", "a", "b"),
                        new Author("bob", null, null, "a", "c"),
                        new Author("cid", 1, "Oslo"),
                        new Author("dan", null, "Rome", "a", "b", "c"),
                        new Author("eve", 3, "Bern"),
                        new Author("fay", 2, null, "d"),
                        new Author("gus", null, "Oslo"));
        db.session().commit();
        db.closeSession();
        return db;
    }

    @Embeddable
    static class Address {
        private String city;

        Address() {}

        Address(String city) {
            this.city = city;
        }
    }

    @Entity
    @Table(name = "posts")
    static class Post {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        private String title;

        @ManyToOne(fetch = FetchType.LAZY)
        private Author author;

        Post() {}

        Post(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return id + title;
        }
    }

    /** An entity whose id is an embedded value. */
    @Entity
    @Table(name = "tickets")
    static class Ticket {
        @EmbeddedId private Place id;

        Ticket() {}

        Ticket(String hall, Integer number) {
            this.id = new Place(hall, number);
        }

        @Override
        public String toString() {
            return id.hall + id.number;
        }

        @Embeddable
        record Place(String hall, Integer number) {}
    }

    /** An entity whose id has two parts. */
    @Entity
    @Table(name = "seats")
    @IdClass(Seat.Key.class)
    static class Seat {
        @Id private String part;
        @Id private Integer place;

        Seat() {}

        Seat(String part, Integer place) {
            this.part = part;
            this.place = place;
        }

        @Override
        public String toString() {
            return part + place;
        }

        static class Key {
            String part;
            Integer place;

            @Override
            public boolean equals(Object other) {
                return other instanceof Key that
                        && Objects.equals(part, that.part)
                        && Objects.equals(place, that.place);
            }

            @Override
            public int hashCode() {
                return Objects.hash(part, place);
            }
        }
    }
}
