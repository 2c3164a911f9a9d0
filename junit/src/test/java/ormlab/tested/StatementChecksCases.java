package ormlab.tested;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.junit.ExpectStatements;
import ormlab.junit.NoNPlusOne;
import ormlab.junit.NoTableScan;

/** The annotations in a project's tests, for any database. */
abstract class StatementChecksCases {
    /** Returns the table of books, as named in plans. */
    abstract String books();

    private static SessionFactory plain;
    private static Database db;

    @Entity(name = "Shelf")
    static class Shelf {
        @Id int id;
    }

    @Entity(name = "Book")
    static class Book {
        @Id int id;

        @ManyToOne(fetch = FetchType.LAZY)
        Shelf shelf;

        String title;
    }

    /**
     * Opens the database in two ways: with Hibernate alone, and with the library.
     *
     * @param settings the URL, and other settings that the driver or Hibernate needs
     * @param url an empty database for the library
     */
    static void open(Map<String, String> settings, String url) {
        Configuration configuration =
                new Configuration()
                        .addAnnotatedClass(Shelf.class)
                        .addAnnotatedClass(Book.class)
                        .setProperty("hibernate.hbm2ddl.auto", "create");
        settings.forEach(configuration::setProperty);
        plain = configuration.buildSessionFactory();
        plain.inTransaction(
                session -> {
                    for (int i = 1; i <= 4; i++) {
                        Shelf shelf = new Shelf();
                        shelf.id = i;
                        Book book = new Book();
                        book.id = i;
                        book.shelf = shelf;
                        session.persist(shelf);
                        session.persist(book);
                    }
                });
        db = Database.open(url).models(Shelf.class, Book.class);
        db.createAll();
    }

    @AfterAll
    static void close() {
        plain.close();
        db.close();
    }

    /** A project's tests; some are meant to fail. */
    static class Samples {
        @Test
        @ExpectStatements(1)
        void one_statement() {
            plain.inSession(s -> s.createSelectionQuery("from Book", Book.class).list());
        }

        @Test
        @ExpectStatements(value = 2, selects = 1, inserts = 1)
        void too_few() {
            plain.inSession(s -> s.createSelectionQuery("from Book", Book.class).list());
        }

        @Test
        @NoNPlusOne
        void each_shelf() {
            plain.inSession(
                    s ->
                            s.createSelectionQuery("from Book", Book.class)
                                    .list()
                                    .forEach(
                                            book ->
                                                    org.hibernate.Hibernate.initialize(
                                                            book.shelf)));
        }

        @Test
        @NoNPlusOne
        void fetched() {
            plain.inSession(
                    s ->
                            s.createSelectionQuery("from Book b join fetch b.shelf", Book.class)
                                    .list());
        }

        @Test
        @NoTableScan
        void by_title() {
            plain.inSession(
                    s ->
                            s.createSelectionQuery("from Book where title = ?1", Book.class)
                                    .setParameter(1, "x")
                                    .list());
        }

        @Test
        @NoTableScan
        void by_id() {
            plain.inSession(s -> s.find(Book.class, 1));
        }

        @Test
        @ExpectStatements(1)
        void with_the_library() {
            db.query(Book.class).all();
        }
    }

    private static String run(String method) {
        return SampleRun.outcome(Samples.class, method);
    }

    @Test
    void a_test_within_its_limits_passes() {
        for (String test : List.of("one_statement", "fetched", "by_id", "with_the_library")) {
            assertThat(run(test)).as(test).isEqualTo("passed");
        }
    }

    @Test
    void a_different_number_of_statements_fails_with_the_trace() {
        assertThat(run("too_few"))
                .startsWith(
                        "Expected 2 statements, but 1 was sent:\n"
                                + "Expected 1 INSERT, but 0 were sent:\nselect ")
                .contains("-- from StatementChecksCases.java:");
    }

    @Test
    void an_n_plus_one_fails() {
        assertThat(run("each_shelf"))
                .startsWith("One SELECT was sent 4 times with different binds, which looks like")
                .contains("select ");
    }

    @Test
    void a_table_scan_fails_with_its_plan() {
        assertThat(run("by_title"))
                .startsWith("Table " + books() + " is read from start to end.")
                .contains("* scan all of " + books());
    }
}
