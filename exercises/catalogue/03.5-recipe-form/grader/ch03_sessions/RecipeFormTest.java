package ch03_sessions;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("The form that forgets")
class RecipeFormTest {
    private static final String CHANGES = "03c_object_states, \"Changes are noticed\"";
    private static final String DETACHED = "03c_object_states, \"Four states\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void recipes() {
        db.models(Recipe.class).createAll();
        Recipe soup = new Recipe(1, "Soup");
        soup.setSteps("Boil.");
        db.session().addAll(soup, new Recipe(2, "Bread"));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static boolean sends(Trace trace, String verb) {
        return trace.statements().stream().anyMatch(one -> one.sql().startsWith(verb));
    }

    private List<Object> row(int id) {
        db.closeSession();
        return db.rows("select title, steps from recipe where id = ?", id).values().get(0);
    }

    @Test
    @Order(1)
    @DisplayName("The new title is stored.")
    void stored() {
        Trace trace = db.trace(() -> RecipeForm.rename(db, 1, "Onion soup"));
        boolean uncommitted = sends(trace, "update") || !db.session().changes().isEmpty();
        boolean kept = row(1).get(0).equals("Soup");
        Mistake.when(
                kept && uncommitted,
                "The recipe is still called Soup: the session noticed the new title, but"
                        + " nothing was committed.",
                COMMIT);
        Mistake.when(
                kept,
                "The recipe is still called Soup: its session was closed or cleared"
                        + " before the commit, so the recipe was detached and its change was not"
                        + " noticed.",
                DETACHED);
        Mistake.when(
                !row(1).get(0).equals("Onion soup"),
                "The title is " + row(1).get(0) + ".",
                CHANGES);
    }

    @Test
    @Order(2)
    @DisplayName("Nothing else changes, neither the recipe's steps nor another recipe.")
    void restUntouched() {
        Trace trace = db.trace(() -> RecipeForm.rename(db, 1, "Onion soup"));
        Mistake.when(
                !row(2).get(0).equals("Bread"),
                "Recipe 2 was called Bread and is now called "
                        + row(2).get(0)
                        + ": the statement had no condition, so it changed all rows.",
                CHANGES);
        Mistake.when(
                row(1).get(1) == null && sends(trace, "delete"),
                "The row was deleted, and a new one was inserted without the steps. To"
                        + " change a row, change its object.",
                CHANGES);
        Mistake.when(
                row(1).get(1) == null,
                "The steps are gone. A new Recipe with the same id has no steps, and"
                        + " merge copied all its values, including that one.",
                DETACHED);
    }

    @Test
    @Order(3)
    @DisplayName("The method sends at most one SELECT and one UPDATE.")
    void budget() {
        Trace trace = db.trace(() -> RecipeForm.rename(db, 1, "Onion soup"));
        Mistake.when(
                trace.selects() > 1,
                "The method sent "
                        + trace.selects()
                        + " SELECTs, but one is enough: merge loads the row again, because its"
                        + " session has not loaded it yet. Change the recipe in the session that"
                        + " loaded it.",
                DETACHED);
    }

    @Test
    @Order(4)
    @DisplayName("Setting the same title again sends no UPDATE.")
    void sameAgain() {
        if (row(1).get(1) == null) {
            return;
        }
        Trace trace = db.trace(() -> RecipeForm.rename(db, 1, "Soup"));
        boolean wiped = row(1).get(1) == null || !row(2).get(0).equals("Bread");
        Mistake.when(
                !wiped && sends(trace, "update"),
                "The recipe was already called Soup, but an UPDATE was sent. Your own"
                        + " statement always writes; a managed object is compared first.",
                CHANGES);
    }
}
