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
    private static final String MODELS = "02c_two_models, \"Two models\"";

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
                    "The database was told to create tables, and of which classes? Call models first,"
                            + " with all of them.",
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
            "On the first morning all three tables are made, and all three models can be stored.")
    void first() {
        try (Database db = morning()) {
            start(db);
            Mistake.when(
                    !hasTable(db, "exhibit"),
                    "After the first start there is no table at all. Naming the models makes none;"
                            + " createAll does.",
                    CREATE);
            Mistake.when(
                    !hasTable(db, "guided_tour"),
                    "There is no table for guided tours: only what is named in models gets one, and"
                            + " nobody complains about a class that is left out.",
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
                    "Not all three can be stored: \""
                            + refused.getMessage()
                            + "\" A call of models replaces the one before, so name all of them in one.",
                    MODELS);
            throw refused;
        }
    }

    @Test
    @Order(2)
    @DisplayName("On the second morning everything that was stored is still there.")
    void second() {
        if (!isReady()) {
            return; // told by the task before
        }
        try (Database db = morning()) {
            start(db);
            store(db, new Visitor(), new Visitor());
        }
        try (Database db = morning()) {
            start(db);
            Mistake.when(
                    db.query(Visitor.class).count() == 0,
                    "Two visitors were stored yesterday, and today there is none: dropAll was called,"
                            + " and it asks no question.",
                    CREATE);
            Mistake.when(
                    db.query(Visitor.class).count() != 2,
                    "Two visitors were stored, and "
                            + db.query(Visitor.class).count()
                            + " are there.",
                    CREATE);
        }
    }

    @Test
    @Order(3)
    @DisplayName("A database from before the guided tours gets their table, and keeps its rows.")
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
                    "The older database has still no table for guided tours. createAll looks at each"
                            + " table by itself, so it may run every morning; an if before it looks at"
                            + " one of them only.",
                    CREATE);
        }
    }

    /** Tells whether the first task passes: what it says is not to be said three times. */
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
