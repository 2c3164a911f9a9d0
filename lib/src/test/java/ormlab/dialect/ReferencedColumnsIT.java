package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import ormlab.Database;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class ReferencedColumnsIT {
    @Entity
    @Table(name = "countries")
    public static class Country {
        @Id Integer id;

        @Column(length = 2)
        String code;

        String region;

        protected Country() {}

        Country(int id, String code, String region) {
            this.id = id;
            this.code = code;
            this.region = region;
        }
    }

    @Entity
    @Table(name = "cities")
    public static class City {
        @Id Integer id;

        @ManyToOne
        @JoinColumn(name = "country_code", referencedColumnName = "code")
        private Country country;

        protected City() {}

        City(int id, Country country) {
            this.id = id;
            this.country = country;
        }
    }

    @Entity
    @Table(name = "rivers")
    public static class River {
        @Id Integer id;

        @ManyToOne
        @JoinColumn(name = "country_code", referencedColumnName = "code")
        @JoinColumn(name = "country_region", referencedColumnName = "region")
        private Country country;

        protected River() {}

        River(int id, Country country) {
            this.id = id;
            this.country = country;
        }
    }

    @OnSqliteAndPostgres
    void a_referenced_column_becomes_unique(TestDatabase database) {
        try (Database db = database.open(Country.class, City.class, River.class)) {
            Country country = new Country(1, "nl", "west");
            db.session().addAll(country, new City(1, country), new River(1, country));
            db.session().commit();
            assertThat(db.rows("select country_code, country_region from rivers").values())
                    .hasToString("[[nl, west]]");
            db.session().add(new Country(2, "nl", "east"));
            assertThatThrownBy(() -> db.session().commit()).hasMessageContaining("countries.code");
            db.session().rollback();
        }
    }

    @Embeddable
    public static class PageId implements Serializable {
        private static final long serialVersionUID = 1L;
        Integer book;
        Integer number;

        protected PageId() {}

        PageId(int book, int number) {
            this.book = book;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof PageId id && id.book.equals(book) && id.number.equals(number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(book, number);
        }
    }

    @Entity
    @Table(name = "pages")
    public static class Sheet {
        @EmbeddedId PageId id;

        protected Sheet() {}

        Sheet(PageId id) {
            this.id = id;
        }
    }

    @Entity
    @Table(name = "marks")
    public static class Mark {
        @Id Integer id;

        @ManyToOne
        @JoinColumn(name = "book", referencedColumnName = "book")
        @JoinColumn(name = "number", referencedColumnName = "number")
        private Sheet sheet;

        protected Mark() {}

        Mark(int id, Sheet sheet) {
            this.id = id;
            this.sheet = sheet;
        }
    }

    @OnSqliteAndPostgres
    void a_whole_key_is_already_unique(TestDatabase database) {
        try (Database db = database.open(Sheet.class, Mark.class)) {
            assertThat(db.ddl().toString()).doesNotContain("unique");
            Sheet sheet = new Sheet(new PageId(1, 1));
            db.session().addAll(sheet, new Sheet(new PageId(1, 2)), new Mark(1, sheet));
            db.session().commit();
        }
    }

    @Entity
    @Table(name = "volumes")
    @IdClass(PageId.class)
    public static class Volume {
        @Id Integer book;
        @Id Integer number;

        protected Volume() {}

        Volume(int book, int number) {
            this.book = book;
            this.number = number;
        }
    }

    @Entity
    @Table(name = "covers")
    public static class Cover {
        @Id Integer id;

        @ManyToOne
        @JoinColumn(name = "book", referencedColumnName = "book")
        private Volume volume;
    }

    @OnSqliteAndPostgres
    void part_of_a_key_is_not_made_unique(TestDatabase database) {
        try (Database db = database.open(Volume.class, Cover.class)) {
            assertThat(db.ddl().toString()).doesNotContain("unique", "foreign key");
            db.session().addAll(new Volume(1, 1), new Volume(1, 2));
            db.session().commit();
        }
    }
}
