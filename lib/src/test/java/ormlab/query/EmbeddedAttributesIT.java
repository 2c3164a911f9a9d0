package ormlab.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ormlab.Database;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** Names that lead through an embeddable, and further to the object that it refers to. */
class EmbeddedAttributesIT {
    @Entity
    @Table(name = "countries")
    static class Country {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        private String name;

        protected Country() {}

        Country(String name) {
            this.name = name;
        }
    }

    @Embeddable
    static class Address {
        private String city;

        @Column(precision = 10, scale = 2)
        private BigDecimal rent;

        @ManyToOne private Country country;

        protected Address() {}

        Address(String city, Country country) {
            this.city = city;
            this.country = country;
        }
    }

    @Entity
    @Table(name = "shops")
    static class Shop {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        private String name;
        private Address address;

        protected Shop() {}

        Shop(String name, Address address) {
            this.name = name;
            this.address = address;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Database database(TestDatabase kind) {
        Database db = kind.open(Shop.class, Country.class);
        Country france = new Country("France");
        Country spain = new Country("Spain");
        db.session()
                .addAll(
                        france,
                        spain,
                        new Shop("a", null),
                        new Shop("b", new Address("Lyon", france)),
                        new Shop("c", new Address("Cádiz", spain)),
                        new Shop("d", new Address("Lyon", null)));
        db.session().commit();
        db.closeSession();
        return db;
    }

    private static List<String> walk(Query<Shop> shops) {
        List<String> seen = new ArrayList<>();
        for (Optional<Slice<Shop>> slice = Optional.of(shops.slice(1));
                slice.isPresent();
                slice = slice.get().next()) {
            slice.get().items().forEach(shop -> seen.add(shop.name));
        }
        return seen;
    }

    @OnEveryDatabase
    void an_object_behind_an_embeddable_is_joined(TestDatabase kind) {
        try (Database db = database(kind)) {
            Query<Shop> shops = db.query(Shop.class);
            assertThat(shops.filterBy("address.country.name", "Spain").all()).hasToString("[c]");
            assertThat(shops.join("address.country", Filters.equal("name", "France")).all())
                    .hasToString("[b]");
            assertThat(shops.orderBy("id").select(String.class, "address.country.name").all())
                    .containsExactly(null, "France", "Spain", null);
            for (String attribute : List.of("address.country.name", "address.city", "address")) {
                assertThat(walk(shops.orderBy(attribute)))
                        .as(attribute)
                        .containsExactlyInAnyOrder("a", "b", "c", "d");
                assertThat(walk(shops.orderBy(attribute + " desc")))
                        .as(attribute)
                        .containsExactlyInAnyOrder("a", "b", "c", "d");
            }
        }
    }

    @OnEveryDatabase
    void a_part_of_an_embeddable_is_updated(TestDatabase kind) {
        try (Database db = database(kind)) {
            Query<Shop> lyon = db.query(Shop.class).filterBy("address.city", "Lyon");
            assertThat(lyon.update("address.rent", new BigDecimal("9.50"))).isEqualTo(2);
            assertThat(lyon.update("address.city", "Nice")).isEqualTo(2);
            assertThat(lyon.count()).isZero();
            assertThatThrownBy(() -> lyon.update("address.rent", new BigDecimal("2.999")))
                    .hasMessageStartingWith("Shop.address.rent keeps 2 digits after the point");
            assertThatThrownBy(() -> lyon.update("address.city", 1))
                    .hasMessageStartingWith("'address.city' is of type String");
            assertThatThrownBy(() -> lyon.update("address.country.name", "x"))
                    .hasMessage(
                            "'address.country.name' is a column of another table than Shop's, and"
                                    + " update(…) changes one table. Query Country and update that.");
        }
    }
}
