package ormlab.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.annotations.NaturalId;
import ormlab.Database;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class BaseEntityIT {
    private static Database open(TestDatabase kind) {
        return kind.open(Shelf.class, Item.class, Disc.class, Label.class);
    }

    @OnSqliteAndPostgres
    void a_set_finds_its_objects_before_and_after_they_are_stored(TestDatabase kind) {
        try (Database db = open(kind)) {
            Item first = new Item("first", null);
            Item second = new Item("first", null);
            Set<Item> items = new HashSet<>(List.of(first, second));
            assertThat(items).hasSize(2).contains(first, second);
            db.session().addAll(first, second);
            db.session().commit();
            assertThat(items).hasSize(2).contains(first, second);
            db.closeSession();
            assertThat(items).contains(first, db.session().find(Item.class, second.getId()));
            assertThat(db.query(Item.class).filterBy(BaseEntity_.id, first.getId()).all())
                    .containsExactly(first);
            assertThat(first).isNotEqualTo(second).isNotEqualTo(null).isNotEqualTo("first");
        }
    }

    @OnSqliteAndPostgres
    void objects_of_two_sessions_and_proxies_are_equal_in_both_directions(TestDatabase kind) {
        try (Database db = open(kind)) {
            Item stored = new Item("one", null);
            Item other = new Item("two", null);
            db.session().addAll(stored, other);
            db.session().commit();
            db.closeSession();
            Item detached = db.session().find(Item.class, stored.getId());
            db.closeSession();
            Item proxy = db.session().getReference(Item.class, stored.getId());
            assertThat(db.trace(() -> alike(proxy, detached, stored)).count()).isZero();
            assertThat(proxy.equals(other) || other.equals(proxy)).isFalse();
            assertThat(Hibernate.isInitialized(proxy)).isFalse();
            Hibernate.initialize(proxy);
            alike(proxy, detached, stored);
        }
    }

    private static void alike(Object... all) {
        for (Object one : all) {
            for (Object another : all) {
                assertThat(one.equals(another)).isTrue();
                assertThat(one.hashCode()).isEqualTo(another.hashCode());
            }
        }
    }

    @OnSqliteAndPostgres
    void a_proxy_of_the_superclass_equals_the_object_of_the_subclass(TestDatabase kind) {
        try (Database db = open(kind)) {
            Disc disc = new Disc("Help!", 14);
            Shelf shelf = new Shelf("A");
            db.session().addAll(disc, shelf);
            db.session().commit();
            db.closeSession();
            Item proxy = db.session().getReference(Item.class, disc.getId());
            alike(proxy, disc);
            assertThat(proxy).hasToString("<Item " + disc.getId() + ">");
            Hibernate.initialize(proxy);
            alike(proxy, disc, db.session().find(Disc.class, disc.getId()));
            assertThat(proxy).hasToString("<Disc 'Help!'>");
            assertThat(shelf.getId()).isEqualTo(disc.getId());
            assertThat(disc.equals(shelf) || shelf.equals(disc)).isFalse();
        }
    }

    @OnSqliteAndPostgres
    void toString_identifies_the_object_and_loads_nothing(TestDatabase kind) {
        try (Database db = open(kind)) {
            Shelf shelf = new Shelf("A");
            Item item = new Item("Pen", shelf);
            Label label = new Label();
            shelf.items.add(item);
            assertThat(item).hasToString("<Item 'Pen'>");
            assertThat(label).hasToString("<Label without id>");
            db.session().addAll(shelf, item, label);
            db.session().commit();
            assertThat(label).hasToString("<Label " + label.getId() + ">");
            db.closeSession();
            Item loaded = db.session().find(Item.class, item.getId());
            String texts =
                    db.trace(
                                    () ->
                                            assertThat(loaded.shelf + " " + loaded)
                                                    .isEqualTo(
                                                            "<Shelf "
                                                                    + shelf.getId()
                                                                    + "> <Item 'Pen'>"))
                            .text();
            assertThat(texts).isEqualTo("-- no statement");
            assertThat(db.session().find(Shelf.class, shelf.getId())).hasToString("<Shelf 'A'>");
            db.closeSession();
            assertThat(loaded.shelf).hasToString("<Shelf 'A'>");
        }
    }

    @Entity(name = "Shelf")
    static class Shelf extends BaseEntity {
        String passwordHash = "secret";
        String place = "left";

        @NaturalId
        @Column(length = 20)
        String code;

        @OneToMany(mappedBy = "shelf")
        List<Item> items = new ArrayList<>();

        protected Shelf() {}

        Shelf(String code) {
            this.code = code;
        }
    }

    @Entity(name = "Item")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Item extends BaseEntity {
        String title;

        @ManyToOne(fetch = FetchType.LAZY)
        Shelf shelf;

        protected Item() {}

        Item(String title, Shelf shelf) {
            this.title = title;
            this.shelf = shelf;
        }
    }

    @Entity(name = "Disc")
    static class Disc extends Item {
        int songs;

        protected Disc() {}

        Disc(String title, int songs) {
            super(title, null);
            this.songs = songs;
        }
    }

    @Entity(name = "Label")
    static class Label extends BaseEntity {
        Integer number;
    }
}
