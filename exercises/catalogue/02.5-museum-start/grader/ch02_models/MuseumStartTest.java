package ch02_models;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.grade.Mistake;

@DisplayName("Every morning")
class MuseumStartTest {
    private static final String CREATE = "02b_tables, \"Create, create again, drop\"";

    @TempDir Path folder;

    private Database morning() {
        return Database.open("sqlite:///" + folder.resolve("museum.sqlite"));
    }

    private static void start(Database db) {
        try {
            MuseumStart.start(db);
        } catch (OrmlabException refused) {
            Mistake.when(
                    refused.getMessage().contains("No models are registered"),
                    "createAll was called before any models were registered. Call models"
                            + " first, with all classes.",
                    CREATE);
            throw refused;
        }
    }

    private static boolean hasTable(Database db, String name) {
        return db.rows("select 1 from sqlite_master where name = ?", name).size() == 1;
    }

    @Test
    @Order(1)
    @DisplayName(
            "On the first morning, three tables are created, and all three models can be stored.")
    void first() {
        try (Database db = morning()) {
            start(db);
            Mistake.when(
                    !hasTable(db, "exhibit"),
                    "There are no tables after the first start. models(…) creates none;"
                            + " createAll() does.",
                    CREATE);
            Mistake.when(
                    !hasTable(db, "guided_tour"),
                    "There is no table for guided tours. Only the classes that you pass"
                            + " to models(…) get one, and a class that is left out causes no error.",
                    CREATE);
            store(db, new Exhibit(), new Visitor(), new GuidedTour());
        }
    }

    private static void store(Database db, Object... objects) {
        try {
            db.session().addAll(objects);
            db.session().commit();
        } catch (OrmlabException refused) {
            Mistake.when(
                    refused.getMessage().contains("not a registered model"),
                    "Not all three models can be stored: \""
                            + refused.getMessage()
                            + "\" Each call of models(…) replaces the one before, so pass all"
                            + " classes in one call.",
                    CREATE);
            throw refused;
        }
    }

    @Test
    @Order(2)
    @DisplayName("On the second morning, everything that was stored is still there.")
    void second() {
        if (!isReady()) {
            return; // The previous task reports this.
        }
        try (Database db = morning()) {
            start(db);
            store(db, new Visitor(), new Visitor());
        }
        try (Database db = morning()) {
            start(db);
            Mistake.when(
                    db.query(Visitor.class).count() == 0,
                    "Two visitors were stored yesterday, and today there are none,"
                            + " because dropAll() deleted all tables.",
                    CREATE);
            Mistake.when(
                    db.query(Visitor.class).count() != 2,
                    "Two visitors were stored, but the table contains "
                            + db.query(Visitor.class).count()
                            + ".",
                    CREATE);
        }
    }

    @Test
    @Order(3)
    @DisplayName("A database without a table for guided tours gets one, and keeps its rows.")
    void older() {
        if (!isReady()) {
            return;
        }
        try (Database old = Database.open("sqlite:///" + folder.resolve("old.sqlite"))) {
            old.models(Exhibit.class, Visitor.class);
            old.createAll();
            store(old, new Visitor());
        }
        try (Database db = Database.open("sqlite:///" + folder.resolve("old.sqlite"))) {
            start(db);
            Mistake.when(
                    !hasTable(db, "guided_tour"),
                    "The older database still has no table for guided tours. createAll()"
                            + " checks each table, so it may run every morning; an if before it"
                            + " checks only one of them.",
                    CREATE);
        }
    }

    /** Returns whether the first task passes, so that its message does not appear three times. */
    private boolean isReady() {
        try (Database db = Database.open("sqlite://")) {
            start(db);
            db.session().addAll(List.of(new Exhibit(), new Visitor(), new GuidedTour()));
            db.session().commit();
            return true;
        } catch (RuntimeException | Mistake told) {
            if (told instanceof ormlab.grade.NotSolvedYet toDo) {
                throw toDo;
            }
            return false;
        }
    }
}
