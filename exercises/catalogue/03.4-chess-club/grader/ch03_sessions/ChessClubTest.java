package ch03_sessions;

import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.session.RollbackRequired;

@DisplayName("A name that is taken")
class ChessClubTest {
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final String FAILED = "03b_all_or_nothing, \"When a commit fails\"";
    private static final String RULES = "03b_all_or_nothing, \"Which rule was broken\"";
    private static final String LONG = "x".repeat(21);

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void club() {
        db.models(Member.class).createAll();
        db.session().add(new Member("judit"));
        db.session().commit();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("Who joins is there the next day.")
    void joins() {
        Mistake.when(!ChessClub.join(db, "magnus"), "magnus is free, and was refused.", RULES);
        db.closeSession();
        Mistake.when(
                db.query(Member.class).filterBy("name", "magnus").count() == 0,
                "magnus joined, and is gone when the session has ended. A flush sends the row; only a"
                        + " commit makes it stay.",
                COMMIT);
    }

    @Test
    @Order(2)
    @DisplayName("Who chooses a taken name is told so.")
    void taken() {
        boolean joined;
        try {
            joined = ChessClub.join(db, "judit");
        } catch (ConstraintViolationException refused) {
            throw new Mistake(
                    "judit is taken, and instead of false comes the database's error: "
                            + refused.getMessage()
                            + " Catch it, and return false when its kind is UNIQUE.",
                    RULES);
        }
        Mistake.when(joined, "judit is taken, and the answer is true.", RULES);
    }

    @Test
    @Order(3)
    @DisplayName("After a name that was taken, the next one can join.")
    void next() {
        try {
            ChessClub.join(db, "judit");
        } catch (ConstraintViolationException refused) {
            return; // told by the task before
        }
        try {
            ChessClub.join(db, "magnus");
        } catch (RollbackRequired refused) {
            throw new Mistake(
                    "After judit was refused, magnus cannot join: the session's transaction has"
                            + " failed, and nobody rolled it back.",
                    FAILED);
        }
    }

    @Test
    @Order(4)
    @DisplayName("Trouble of another kind is thrown, not called a taken name.")
    void otherTrouble() {
        Mistake.when(
                !isThrown("  "),
                "A blank name makes Member throw an IllegalArgumentException, and the answer is: taken."
                        + " A catch for RuntimeException takes every error for the one that you"
                        + " expected.",
                RULES);
        Mistake.when(
                !isThrown(null) || !isThrown(LONG),
                "A missing name or one of 21 letters breaks a rule, but not the unique one, and the"
                        + " answer is: taken. Ask the error for its kind, and throw it again when it is"
                        + " another.",
                RULES);
    }

    @Test
    @Order(5)
    @DisplayName("After that, too, the next one can join.")
    void nextAfterTrouble() {
        if (!isThrown(LONG)) {
            return; // told by the task before
        }
        try {
            ChessClub.join(db, "magnus");
        } catch (RollbackRequired refused) {
            boolean alsoWhenTaken = failsAfterTaken();
            Mistake.when(
                    alsoWhenTaken,
                    "After judit was refused, magnus cannot join: the session's transaction has"
                            + " failed, and nobody rolled it back.",
                    FAILED);
            throw new Mistake(
                    "After a name that was too long, magnus cannot join: rollback() is called when a"
                            + " name is taken, but not on the way out with another error.",
                    FAILED);
        }
    }

    private boolean failsAfterTaken() {
        db.session().rollback();
        try {
            ChessClub.join(db, "judit");
            ChessClub.join(db, "garry");
            return false;
        } catch (RollbackRequired refused) {
            return true;
        }
    }

    /**
     * Any session that is left in a failed transaction is mended, so that the next look is fair.
     */
    private boolean isThrown(String name) {
        try {
            ChessClub.join(db, name);
            return false;
        } catch (IllegalArgumentException | ConstraintViolationException expected) {
            return true;
        } catch (RollbackRequired refused) {
            db.session().rollback();
            return isThrown(name);
        }
    }
}
