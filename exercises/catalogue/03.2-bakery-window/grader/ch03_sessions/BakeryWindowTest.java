package ch03_sessions;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.grade.Mistake;

@DisplayName("The view through the window")
class BakeryWindowTest {
    private static final String FLUSH = "03_sessions, \"Flush\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final String ROLLBACK = "03_sessions, \"Rollback\"";

    @TempDir Path folder;
    private final Bakery truth = new Bakery();

    @BeforeEach
    void run() {
        try (Database db = Database.open("sqlite:///" + folder.resolve("bakery.sqlite"))) {
            db.models(BreadOrder.class).createAll();
            truth.day(db);
        }
    }

    @Test
    @Order(1)
    @DisplayName("You predict what is visible from outside after each of the seven steps.")
    void seen() {
        List<Integer> said = BakeryWindow.seen();
        Mistake.when(
                said.size() != truth.seen.size(),
                "There are seven steps, but " + said + " has " + said.size() + " numbers.",
                COMMIT);
        Mistake.when(
                differs(said, 1),
                told(said, 1) + " add only marks an order as pending; nothing was sent.",
                "03_sessions, \"Add\"");
        Mistake.when(
                differs(said, 2),
                told(said, 2)
                        + " The flush sent the rows, but other connections cannot see them"
                        + " before the commit.",
                COMMIT);
        Mistake.when(
                differs(said, 3), told(said, 3) + " A commit makes visible what was sent.", COMMIT);
        Mistake.when(
                differs(said, 4) || differs(said, 6),
                told(said, differs(said, 4) ? 4 : 6)
                        + " A query sends pending rows so that it can find them, but does"
                        + " not commit.",
                FLUSH);
        Mistake.when(
                differs(said, 7),
                told(said, 7) + " A rollback only undoes what came after the last commit.",
                ROLLBACK);
        Mistake.when(
                differs(said, 5),
                told(said, 5) + " The pretzels were committed just before, but the cake was not.",
                COMMIT);
    }

    @Test
    @Order(2)
    @DisplayName("You predict the id of the cake after steps 5, 6 and 7.")
    void cakeIds() {
        List<Integer> said = BakeryWindow.cakeIds();
        String facts = "The ids are " + truth.cakeIds + ", but you predicted " + said + ".";
        Mistake.when(
                said.size() != truth.cakeIds.size(),
                "Three ids are needed, but " + said + " has " + said.size() + ".",
                FLUSH);
        Mistake.when(
                said.get(0) != null,
                facts + " At step 5 the cake is pending: it has no row, so no id.",
                FLUSH);
        Mistake.when(
                said.get(1) == null,
                facts
                        + " At step 6 nothing is committed, but the query sent the cake,"
                        + " and with the row it got an id.",
                FLUSH);
        Mistake.when(
                said.get(2) != null,
                facts
                        + " At step 7 the row is rolled back, and the session removes the id from"
                        + " the object.",
                ROLLBACK);
        Mistake.when(!said.equals(truth.cakeIds), facts + " Count the rows before it.", FLUSH);
    }

    private boolean differs(List<Integer> said, int step) {
        return !truth.seen.get(step - 1).equals(said.get(step - 1));
    }

    private String told(List<Integer> said, int step) {
        return "After step "
                + step
                + ", "
                + truth.seen.get(step - 1)
                + " orders are visible from outside, but you predicted "
                + said.get(step - 1)
                + ".";
    }
}
