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

@DisplayName("Seen from the window")
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
    @DisplayName("You know what is seen from outside after each of the seven steps.")
    void seen() {
        List<Integer> said = BakeryWindow.seen();
        Mistake.when(
                said.size() != truth.seen.size(),
                "There are seven steps, and " + said + " has " + said.size() + " numbers.",
                COMMIT);
        Mistake.when(
                differs(said, 1),
                told(said, 1) + " add only puts an order on the session's list; nothing was sent.",
                "03_sessions, \"Add\"");
        Mistake.when(
                differs(said, 2),
                told(said, 2)
                        + " The flush has sent the rows, and nobody else sees them before the commit.",
                COMMIT);
        Mistake.when(
                differs(said, 3), told(said, 3) + " A commit makes visible what was sent.", COMMIT);
        Mistake.when(
                differs(said, 4) || differs(said, 6),
                told(said, differs(said, 4) ? 4 : 6)
                        + " A query sends what waits, so that it finds it, but does not commit.",
                FLUSH);
        Mistake.when(
                differs(said, 7),
                told(said, 7)
                        + " A rollback gives up what came after the last commit; what is committed"
                        + " stays.",
                ROLLBACK);
        Mistake.when(
                differs(said, 5),
                told(said, 5) + " The pretzels were committed just before, the cake was not.",
                COMMIT);
    }

    @Test
    @Order(2)
    @DisplayName("You know the id of the cake after the steps 5, 6 and 7.")
    void cakeIds() {
        List<Integer> said = BakeryWindow.cakeIds();
        String facts = "The ids are " + truth.cakeIds + ", and you said " + said + ".";
        Mistake.when(
                said.size() != truth.cakeIds.size(),
                "Three ids are asked for, and " + said + " has " + said.size() + ".",
                FLUSH);
        Mistake.when(
                said.get(0) != null,
                facts + " At step 5 the cake waits on the list: no row, so no id yet.",
                FLUSH);
        Mistake.when(
                said.get(1) == null,
                facts
                        + " At step 6 nothing is committed, but the query has sent the cake, and an id"
                        + " comes with the row.",
                FLUSH);
        Mistake.when(
                said.get(2) != null,
                facts + " At step 7 the row is given up, and the session takes its id back.",
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
                + " are seen from outside, and you said "
                + said.get(step - 1)
                + ".";
    }
}
