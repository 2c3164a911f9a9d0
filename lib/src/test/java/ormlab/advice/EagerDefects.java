package ormlab.advice;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import ormlab.Database;
import ormlab.trace.Advice;

/** Associations that are EAGER although the code does not need them. */
final class EagerDefects {
    private static final Class<?>[] EAGER = {Shelf.class, Book.class};
    private static final Class<?>[] LAZY = {LazyModels.Shelf.class, LazyModels.Book.class};

    static final List<Defect> ALL =
            List.of(
                    eager(
                            "an eager reference after a query",
                            db -> db.query(Book.class).all().forEach(book -> {}),
                            "fetch = FetchType.LAZY, and fetch it in queries that need it:"
                                    + " db.query(Book.class).fetch(\"shelf\")",
                            db -> db.query(LazyModels.Book.class).all().forEach(book -> {})),
                    eager(
                            "an eager list after HQL",
                            db ->
                                    AssociationDefects.hql(db, "from Shelf", Shelf.class)
                                            .forEach(shelf -> {}),
                            "db.query(Shelf.class).fetch(\"books\")",
                            db ->
                                    AssociationDefects.hql(db, "from Shelf", LazyModels.Shelf.class)
                                            .forEach(shelf -> {})),
                    Defect.of(
                            Advice.Kind.EAGER_ASSOCIATION,
                            "an eager list that is not fetched",
                            EAGER,
                            db ->
                                    db.query(Shelf.class)
                                            .all()
                                            .forEach(shelf -> shelf.books.forEach(book -> {})),
                            "db.query(Shelf.class).fetch(\"books\")",
                            EAGER,
                            db ->
                                    db.query(Shelf.class)
                                            .fetch("books")
                                            .all()
                                            .forEach(shelf -> shelf.books.forEach(book -> {})),
                            EagerDefects::fill),
                    eager(
                            "an eager list that nothing reads",
                            db -> db.session().find(Shelf.class, 1),
                            "Map it with fetch = FetchType.LAZY.",
                            db -> db.session().find(LazyModels.Shelf.class, 1)));

    private EagerDefects() {}

    private static Defect eager(
            String name,
            java.util.function.Consumer<Database> defect,
            String fix,
            java.util.function.Consumer<Database> fixed) {
        return Defect.of(
                Advice.Kind.EAGER_ASSOCIATION,
                name,
                EAGER,
                defect,
                fix,
                LAZY,
                fixed,
                EagerDefects::fill);
    }

    private static void fill(Database db) {
        db.session()
                .execute(
                        "insert into shelf (id, name) "
                                + Blog.numbers(5)
                                + "select i, 'shelf ' || i from n");
        db.session()
                .execute(
                        "insert into book (id, title, shelf_id) "
                                + Blog.numbers(300)
                                + "select i, 'book ' || i, 1 + i % 5 from n");
        db.session().commit();
    }

    @Entity(name = "Shelf")
    static class Shelf {
        @Id Integer id;

        String name;

        @OneToMany(mappedBy = "shelf", fetch = FetchType.EAGER)
        List<Book> books = new ArrayList<>();
    }

    @Entity(name = "Book")
    static class Book {
        @Id Integer id;

        String title;

        @ManyToOne Shelf shelf;
    }

    /** The same tables, lazy. */
    static final class LazyModels {
        private LazyModels() {}

        @Entity(name = "Shelf")
        static class Shelf {
            @Id Integer id;

            String name;

            @OneToMany(mappedBy = "shelf")
            List<Book> books = new ArrayList<>();
        }

        @Entity(name = "Book")
        static class Book {
            @Id Integer id;

            String title;

            @ManyToOne(fetch = FetchType.LAZY)
            Shelf shelf;
        }
    }
}
