package ch08_shell;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.session.EntityState;

@DisplayName("What others wrote meanwhile")
class FreshnessTest {
    private static final String SESSION = "08_shell, \"One long session\"";
    private static final int PLANTS = 3;

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void garden() {
        db.models(Bed.class, Plant.class).createAll();
        Bed north = new Bed("north");
        db.session().add(north);
        IntStream.range(0, PLANTS).forEach(i -> db.session().add(new Plant("rose " + i, north)));
        db.session().add(new Plant("tulip", north));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Plant tulip() {
        return db.query(Plant.class).filterBy("name", "tulip").one();
    }

    /** Somebody else, with a session of their own. */
    private void somebodyWaters(int times) {
        Thread other =
                new Thread(
                        () ->
                                db.inTransaction(
                                        session ->
                                                session.query(Plant.class)
                                                        .filterBy("name", "tulip")
                                                        .update("watered", times)));
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Order(1)
    @DisplayName("The answer is what the database says now.")
    void now() {
        Plant tulip = tulip();
        db.session().commit();
        somebodyWaters(5);
        int answer = new Freshness().wateredNow(db.session(), tulip);
        Mistake.when(
                answer == 0,
                "Somebody else watered the tulip 5 times, and the answer is 0: the row was read, but the"
                        + " session has this object already, and gives it as it was. refresh(plant)"
                        + " reads into it.",
                SESSION);
        Mistake.when(
                answer != 5,
                "Somebody else watered the tulip 5 times, and the answer is " + answer + ".",
                SESSION);
    }

    @Test
    @Order(2)
    @DisplayName("What waits in the session for its commit still waits.")
    void waits() {
        Plant tulip = tulip();
        db.session().add(new Plant("moss", null));
        db.session().flush(); // sent, and not committed: clear() leaves it, rollback() does not
        Plant fern = new Plant("fern", null);
        db.session().add(fern);
        new Freshness().wateredNow(db.session(), tulip);
        EntityState state = db.session().state(fern);
        boolean kept = state == EntityState.MANAGED || db.session().contains(fern);
        boolean sentIsThere = db.query(Plant.class).filterBy("name", "moss").exists();
        boolean committed = kept && !stillWaits();
        Mistake.when(
                committed,
                "The number is right, and a plant that waited in the session was committed on the way."
                        + " Looking must not store what is not ready: refresh(plant) alone is enough.",
                SESSION);
        Mistake.when(
                !kept && !sentIsThere,
                "The number is right, and a plant that waited in the session for its commit is gone:"
                        + " rollback() takes back all that was not committed. refresh(plant) reads this"
                        + " one anew and leaves the rest.",
                SESSION);
        Mistake.when(
                !kept,
                "The number is right, and a plant that waited in the session for its commit is"
                        + " forgotten: clear() forgets everything. refresh(plant) reads this one anew"
                        + " and leaves the rest.",
                SESSION);
    }

    /** Taken back here, what waits leaves no row; what was committed does. */
    private boolean stillWaits() {
        db.session().rollback();
        return !db.query(Plant.class).filterBy("name", "fern").exists();
    }
}
