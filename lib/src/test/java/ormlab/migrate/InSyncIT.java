package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.Struct;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;
import org.junit.jupiter.api.Test;
import ormlab.migrate.compare.Decisions;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/**
 * Tables created by createAll have no difference, and a migration from an empty database creates
 * the same tables.
 */
@SuppressWarnings("deprecation") // existing models still use the older annotations
class InSyncIT {
    enum Status {
        DRAFT,
        PUBLISHED
    }

    @Entity(name = "AllTypes")
    static class AllTypes {
        @Id UUID id;
        boolean flag;
        Boolean maybe;
        byte tiny;
        short small;
        int number;
        long big;
        float real;
        double precise;
        Byte tinyObject;
        Short smallObject;
        Integer numberObject;
        Long bigObject;
        Float realObject;
        Double preciseObject;
        char letter;
        Character letterObject;
        String text;

        @Column(length = 20)
        String shortText;

        @Column(length = 100_000)
        String longText;

        @Column(length = 50_000_000)
        String hugeText;

        @Lob String clob;
        @Lob byte[] blob;
        byte[] bytes;
        BigDecimal decimal;

        @Column(precision = 10, scale = 2)
        BigDecimal money;

        BigInteger integer;
        LocalDate date;
        LocalTime time;
        LocalDateTime dateTime;
        Instant instant;
        OffsetDateTime offset;
        OffsetTime offsetTime;
        ZonedDateTime zoned;
        java.util.Date old;
        java.sql.Timestamp stamp;
        java.sql.Date sqlDate;
        java.sql.Time sqlTime;
        Duration duration;
        Year year;
        ZoneId zone;
        ZoneOffset zoneOffset;
        TimeZone timeZone;
        Locale locale;
        Currency currency;
        Class<?> type;
        java.net.URL url;
        Status ordinal;

        @Enumerated(EnumType.STRING)
        Status string;

        @Convert(converter = YesNoConverter.class)
        boolean yesNo;

        @Convert(converter = NumericBooleanConverter.class)
        boolean numeric;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> json;

        @Column(columnDefinition = "varchar(7)")
        String own;

        @Column(columnDefinition = "decimal (8, 3) default 1.5 not null")
        BigDecimal ownDecimal;

        @Formula("number + 1")
        int derived;
    }

    @Embeddable
    static class Address {
        @Column(length = 80)
        String street;

        @Column(nullable = false)
        String city;
    }

    @Embeddable
    record Line(@Column(length = 5) String sort, BigDecimal amount) {}

    @Entity(name = "Person")
    @Table(
            name = "people",
            comment = "Who's who",
            indexes = {
                @Index(columnList = "city, name desc"),
                @Index(name = "ix_lower", columnList = "name, version")
            },
            uniqueConstraints = {
                @UniqueConstraint(columnNames = {"name", "city"}),
                @UniqueConstraint(name = "one_mail", columnNames = "mail")
            },
            check = @jakarta.persistence.CheckConstraint(constraint = "length(name) > 1"))
    @SQLRestriction("name <> 'x'")
    static class Person {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @NaturalId
        @Column(nullable = false, length = 60)
        String name;

        @Column(length = 100, comment = "may be 'none'")
        String mail;

        @Embedded Address home;
        @ElementCollection Set<String> nicknames;

        @ElementCollection @OrderColumn List<Line> lines;

        @ElementCollection
        @MapKeyColumn(length = 3)
        @CollectionTable(name = "phones")
        Map<String, String> phones;

        @ElementCollection Map<Status, Integer> counts;

        @ManyToOne Person boss;

        @OneToMany(mappedBy = "boss", cascade = CascadeType.ALL)
        List<Person> team;

        @ManyToMany
        @JoinTable(name = "friends")
        Set<Person> friends;

        @OneToMany List<Tag> ownTags;

        @OneToOne
        @OnDelete(action = OnDeleteAction.SET_NULL)
        Tag favourite;

        @Version int version;
    }

    @Entity(name = "Tag")
    static class Tag {
        @Id @GeneratedValue Integer id;

        @Check(name = "word_is_short", constraints = "length(word) between 1 and 20")
        @Column(length = 20)
        String word;

        @ColumnDefault("'new'")
        String state;

        @ColumnDefault("1")
        @Check(constraints = "weight >= 0")
        int weight;

        @ColumnDefault("-1.50")
        BigDecimal signed;

        @ColumnDefault("current_timestamp")
        Instant made;

        @ColumnDefault("true")
        boolean live;

        @ManyToOne(optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        Person owner;
    }

    static class OrderLineId implements Serializable {
        private static final long serialVersionUID = 1L;
        Integer orderNumber;
        Integer position;

        @Override
        public boolean equals(Object other) {
            return other == this;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Entity(name = "OrderLine")
    @IdClass(OrderLineId.class)
    @Table(name = "order")
    static class OrderLine {
        @Id Integer orderNumber;
        @Id Integer position;

        @Column(name = "group")
        String group;

        @Column(name = "\"Mixed Case\"")
        String mixed;

        @Column(name = "`select`")
        String select;

        @Version Instant changed;
    }

    @Embeddable
    static class CellId implements Serializable {
        private static final long serialVersionUID = 1L;
        int x;
        int y;

        @Override
        public boolean equals(Object other) {
            return other == this;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Entity(name = "Cell")
    static class Cell {
        @EmbeddedId CellId id;
        @ManyToOne OrderLine line;

        @ManyToOne
        @JoinColumn(name = "left_x", referencedColumnName = "x")
        @JoinColumn(name = "left_y", referencedColumnName = "y")
        Cell left;
    }

    @Entity(name = "Animal")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind", length = 10)
    static class Animal {
        @Id @GeneratedValue Long id;
        String name;
    }

    @Entity(name = "Dog")
    static class Dog extends Animal {
        Integer barks;
    }

    @Entity(name = "Cat")
    static class Cat extends Animal {
        @Column(nullable = false)
        String mood;

        @ManyToOne Dog enemy;
    }

    @Entity(name = "Vehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Vehicle {
        @Id @GeneratedValue Long id;
        String plate;
    }

    @Entity(name = "Car")
    static class Car extends Vehicle {
        int doors;
    }

    @Entity(name = "Truck")
    static class Truck extends Vehicle {
        double load;
    }

    @Entity(name = "Payment")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Payment {
        @Id @GeneratedValue Long id;

        @Column(precision = 12, scale = 2)
        BigDecimal amount;
    }

    @Entity(name = "CardPayment")
    static class CardPayment extends Payment {
        String card;
    }

    @Entity(name = "Counted")
    @SecondaryTable(name = "counted_more")
    @SoftDelete
    static class Counted {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(name = "own", sequenceName = "own_seq", initialValue = 5)
        Integer id;

        @Column(table = "counted_more")
        String more;

        int net;
        int tax;

        @GeneratedColumn("net + tax")
        int gross;
    }

    @Entity(name = "Tabled")
    static class Tabled {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        @TableGenerator(name = "counters", table = "counters")
        Integer id;
    }

    @Entity(name = "Sorted")
    static class Sorted {
        @Id String id;

        @Collate("C")
        @Column(length = 10)
        String name;
    }

    @Entity(name = "SortedLite")
    static class SortedLite {
        @Id String id;

        @Collate("nocase")
        String name;
    }

    private static final Class<?>[] MODEL = {
        AllTypes.class,
        Person.class,
        Tag.class,
        OrderLine.class,
        Cell.class,
        Animal.class,
        Dog.class,
        Cat.class,
        Vehicle.class,
        Car.class,
        Truck.class,
        Payment.class,
        CardPayment.class,
        Counted.class,
        Tabled.class
    };

    private void inSync(TestDatabase database, Class<?>... model) {
        Evolution created = Evolution.on(database).create(model);
        assertThat(created.diff(model).changes()).isEmpty();

        Evolution migrated = Evolution.on(database);
        var script = migrated.migrate(Decisions.none(), model);
        assertThat(migrated.diff(model).changes()).isEmpty();
        assertThat(Catalogue.of(migrated)).isEqualTo(Catalogue.of(created));

        migrated.run(script.downgrade());
        assertThat(Catalogue.of(migrated)).isEmpty();
        migrated.run(script.upgrade());
        assertThat(Catalogue.of(migrated)).isEqualTo(Catalogue.of(created));
    }

    @OnSqliteAndPostgres
    void whatever_hibernate_maps_is_in_sync(TestDatabase database) {
        inSync(database, MODEL);
    }

    @OnSqliteAndPostgres
    void comparing_does_not_create_a_session_factory(TestDatabase database) {
        try (var model = database.map(MODEL)) {
            List<String> before = model.schema().createStatements();
            model.factory();
            assertThat(model.schema().createStatements()).isNotEmpty().isEqualTo(before);
        }
    }

    @OnSqliteAndPostgres
    void each_entity_alone_is_in_sync(TestDatabase database) {
        inSync(database, AllTypes.class);
        inSync(database, OrderLine.class, Cell.class);
    }

    @Test
    void collations_are_in_sync() {
        inSync(TestDatabase.POSTGRESQL, Sorted.class);
        inSync(TestDatabase.SQLITE, SortedLite.class);
    }

    @Embeddable
    @Struct(name = "place")
    static class Point {
        int x;
        String label;
    }

    @Entity(name = "PostgresOnly")
    static class PostgresOnly {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Status status;

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        Duration wait;

        @JdbcTypeCode(SqlTypes.INET)
        java.net.InetAddress address;

        String[] words;

        @Array(length = 3)
        int[] numbers;

        Point corner;

        @Comment("the end's note")
        String note;

        @Column(columnDefinition = "serial")
        Integer serial;

        @Column(columnDefinition = "text default 'a'")
        String text;
    }

    @Test
    void types_of_postgres_are_in_sync() {
        inSync(TestDatabase.POSTGRESQL, PostgresOnly.class);
    }

    @Entity(name = "Entry")
    @Table(name = "entries", schema = "in_sync_audit", indexes = @Index(columnList = "word"))
    static class Entry {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 20)
        String word;

        @ManyToOne Entry before;
        @ManyToOne Sorted sorted;

        @Enumerated(EnumType.STRING)
        Status status;
    }

    @Test
    void tables_of_other_schemas_are_in_sync() {
        Evolution db = Evolution.on(TestDatabase.POSTGRESQL).sql("create schema in_sync_audit");
        db.create(Entry.class, Sorted.class);
        assertThat(db.diff(Entry.class, Sorted.class).changes()).isEmpty();
        try (var model = db.map(Entry.class, Sorted.class)) {
            assertThat(model.createTables()).isEmpty();
        }
        db.sql("drop schema in_sync_audit cascade", "drop table sorted");

        var script = db.migrate(Decisions.none(), Entry.class, Sorted.class);
        assertThat(script.upgrade()).startsWith("-- Added schema 'in_sync_audit'\n");
        db.rules(db.rules().knowing(Set.of("in_sync_audit.entries")));
        assertThat(db.diff(Sorted.class))
                .hasToString("Detected removed table 'in_sync_audit.entries'");
        db.run(script.downgrade());
        db.sql("drop schema in_sync_audit");
    }
}
