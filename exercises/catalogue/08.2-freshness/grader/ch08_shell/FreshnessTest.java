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

@DisplayName("Changes from other sessions")
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

    /** Another program, with its own session. */
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
    @DisplayName("The method returns the current value in the database.")
    void now() {
        Plant tulip = tulip();
        db.session().commit();
        somebodyWaters(5);
        int answer = new Freshness().wateredNow(db.session(), tulip);
        Mistake.when(
                answer == 0,
                "Another program watered the tulip 5 times, but the method returned 0."
                        + " The session already has this object, so even a new query does not"
                        + " update it. refresh(plant) does.",
                SESSION);
        Mistake.when(
                answer != 5,
                "Another program watered the tulip 5 times, but the method returned "
                        + answer
                        + ".",
                SESSION);
    }

    @Test
    @Order(2)
    @DisplayName("Other changes in the session are still uncommitted and not lost.")
    void waits() {
        Plant tulip = tulip();
        db.session().add(new Plant("moss", null));
        db.session().flush(); // Sent but not committed: clear() keeps it, rollback() does not.
        Plant fern = new Plant("fern", null);
        db.session().add(fern);
        new Freshness().wateredNow(db.session(), tulip);
        EntityState state = db.session().state(fern);
        boolean kept = state == EntityState.MANAGED || db.session().contains(fern);
        boolean sentIsThere = db.query(Plant.class).filterBy("name", "moss").exists();
        boolean committed = kept && !stillWaits();
        Mistake.when(
                committed,
                "The number is right, but another plant that was not committed yet has"
                        + " been committed. Reading must not store unfinished changes."
                        + " refresh(plant) alone is enough.",
                SESSION);
        Mistake.when(
                !kept && !sentIsThere,
                "The number is right, but another plant that was not committed yet is"
                        + " gone: rollback() undoes everything that is uncommitted. refresh(plant)"
                        + " only reads this one again.",
                SESSION);
        Mistake.when(
                !kept,
                "The number is right, but another plant that was not committed yet is"
                        + " forgotten: clear() forgets everything. refresh(plant) only reads this"
                        + " one again.",
                SESSION);
    }

    /** After this rollback, only rows that were committed are left. */
    private boolean stillWaits() {
        db.session().rollback();
        return !db.query(Plant.class).filterBy("name", "fern").exists();
    }
}
