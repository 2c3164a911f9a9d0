package ch06_migrations;

import java.nio.file.Path;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.grade.Mistake;
import ormlab.migrate.history.MigrationFailed;

@DisplayName("Rebuild a table by hand")
class ShelvesTest {
    private static final String ANEW =
            "06c_when_a_migration_needs_you, \"What SQLite cannot change\"";
    private static final String FILL = "06c_when_a_migration_needs_you, \"A value for old rows\"";

    @TempDir Path folder;

    /** Three shelves with a gap between their ids, and a deleted one that had the id 5. */
    private Workplace library(boolean books) {
        Workplace place =
                new Workplace(folder.resolve(books ? "books" : "empty"))
                        .file(
                                "V1__library.sql",
                                "create table shelf (id integer primary key autoincrement, label text);\n"
                                        + "create table book (id integer primary key, title text,"
                                        + " shelf_id integer references shelf (id));")
                        .file("U1__library.sql", "drop table book; drop table shelf;")
                        .file("V2__labels.sql", Shelves.rebuild())
                        .file("U2__labels.sql", "select 1;");
        place.migrations().upgrade("1");
        place.run(
                "insert into shelf (id, label) values (1, 'novels')",
                "insert into shelf (id, label) values (3, null)",
                "insert into shelf (id, label) values (4, 'maps')",
                "insert into shelf (id, label) values (5, 'gone')",
                "delete from shelf where id = 5");
        if (books) {
            place.run(
                    "insert into book (id, title, shelf_id) values (1, 'Emma', 1)",
                    "insert into book (id, title, shelf_id) values (2, 'Atlas', 4)");
        }
        return place;
    }

    /**
     * Runs without books first, where no foreign key can fail, so that each mistake gets its own
     * message.
     */
    private Workplace rebuilt() {
        try (Workplace bare = library(false)) {
            upgrade(bare);
            Mistake.when(!bare.has("shelf"), "After the SQL, there is no table shelf.", ANEW);
            String references =
                    bare.column("select \"table\" from pragma_foreign_key_list('book')").get(0);
            Mistake.when(
                    !references.equals("shelf"),
                    "The books now refer to a table "
                            + references
                            + ", which does not exist: when a table is renamed, foreign keys that"
                            + " refer to it follow. Rename the new table, never the old one.",
                    ANEW);
            List<String> ids = bare.column("select id from shelf order by id");
            Mistake.when(
                    ids.size() != 3,
                    "There were 3 shelves, and now there are "
                            + ids.size()
                            + ": the new table was created, but the rows were not copied.",
                    ANEW);
            Mistake.when(
                    !ids.equals(List.of("1", "3", "4")),
                    "The shelves had the ids 1, 3, 4 and now have "
                            + String.join(", ", ids)
                            + ". If you don't copy the ids, the shelves get new ones, and the books"
                            + " are on other shelves.",
                    ANEW);
        }
        Workplace place = library(true);
        upgrade(place);
        return place;
    }

    private static void upgrade(Workplace place) {
        try {
            place.migrations().upgrade("2");
        } catch (MigrationFailed failed) {
            Mistake.when(
                    failed.getMessage().contains("must not be null"),
                    "The SQL fails, because one shelf has no label and the new table"
                            + " requires one. Set a label when you copy the rows.",
                    FILL);
            throw new Mistake(
                    "The SQL fails, and everything was rolled back:\n" + failed.getMessage(), ANEW);
        }
    }

    @Test
    @Order(1)
    @DisplayName("Each shelf keeps its id and its label, and each book keeps its shelf.")
    void rowsStay() {
        try (Workplace place = rebuilt()) {
            String filled = place.column("select label from shelf where id = 3").get(0);
            Mistake.when(
                    !filled.equals("shelf 3"),
                    "The shelf without a label had the id 3, but is called '"
                            + filled
                            + "' instead of 'shelf 3'.",
                    FILL);
            List<String> labels = place.column("select id || label from shelf order by id");
            Mistake.when(
                    !labels.equals(List.of("1novels", "3shelf 3", "4maps")),
                    "The labels have changed: " + labels,
                    ANEW);
            List<String> books = place.column("select title || shelf_id from book order by id");
            Mistake.when(
                    !books.equals(List.of("Emma1", "Atlas4")),
                    "The books and the ids of their shelves are now " + books + ".",
                    ANEW);
        }
    }

    @Test
    @Order(2)
    @DisplayName("Every shelf needs a label, and no two shelves can have the same.")
    void rules() {
        try (Workplace place = rebuilt()) {
            Mistake.when(
                    accepts(place, "insert into shelf (label) values (null)"),
                    "A shelf can still have no label: the new table lacks a constraint.",
                    ANEW);
            Mistake.when(
                    accepts(place, "insert into shelf (label) values ('maps')"),
                    "Two shelves can still have the same label: the new table lacks a"
                            + " constraint.",
                    ANEW);
        }
    }

    private static boolean accepts(Workplace place, String sql) {
        try {
            place.run(sql);
            return true;
        } catch (ConstraintViolationException refused) {
            return false;
        } finally {
            place.db.session().rollback();
        }
    }

    @Test
    @Order(3)
    @DisplayName("The id of a deleted shelf is not used again.")
    void nextId() {
        try (Workplace place = rebuilt()) {
            place.run("insert into shelf (label) values ('new')");
            String id = place.column("select id from shelf where label = 'new'").get(0);
            Mistake.when(
                    id.equals("5"),
                    "The next shelf gets the id 5, which a deleted shelf had: the last id"
                            + " was not copied.",
                    ANEW);
            Mistake.when(
                    !id.equals("6"), "The next shelf gets the id " + id + " instead of 6.", ANEW);
        }
    }
}
