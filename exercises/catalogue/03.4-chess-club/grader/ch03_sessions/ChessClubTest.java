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
    @DisplayName("A member who joins is still there the next day.")
    void joins() {
        Mistake.when(
                !ChessClub.join(db, "magnus"), "The name magnus is free, but was refused.", RULES);
        db.closeSession();
        Mistake.when(
                db.query(Member.class).filterBy("name", "magnus").count() == 0,
                "magnus joined, but is gone when the session has ended. A flush only"
                        + " sends the row; a commit keeps it.",
                COMMIT);
    }

    @Test
    @Order(2)
    @DisplayName("For a taken name, the method returns false.")
    void taken() {
        boolean joined;
        try {
            joined = ChessClub.join(db, "judit");
        } catch (ConstraintViolationException refused) {
            throw new Mistake(
                    "The name judit is taken, but instead of returning false the method"
                            + " throws the database's error: "
                            + refused.getMessage()
                            + " Catch it, and return false if its kind is UNIQUE.",
                    RULES);
        }
        Mistake.when(joined, "The name judit is taken, but the method returned true.", RULES);
    }

    @Test
    @Order(3)
    @DisplayName("After a taken name, the next member can join.")
    void next() {
        try {
            ChessClub.join(db, "judit");
        } catch (ConstraintViolationException refused) {
            return; // The previous task reports this.
        }
        try {
            ChessClub.join(db, "magnus");
        } catch (RollbackRequired refused) {
            throw new Mistake(
                    "After judit was refused, magnus cannot join, because the session's"
                            + " transaction has failed and was not rolled back.",
                    FAILED);
        }
    }

    @Test
    @Order(4)
    @DisplayName("Errors of other kinds are thrown, not reported as a taken name.")
    void otherTrouble() {
        Mistake.when(
                !isThrown("  "),
                "Member throws an IllegalArgumentException for a name that is only spaces, but the"
                        + " method reports a taken name. A catch for RuntimeException treats every"
                        + " error as the one that you expected.",
                RULES);
        Mistake.when(
                !isThrown(null) || !isThrown(LONG),
                "A missing name or one with 21 letters violates a constraint, but not the"
                        + " unique one, and the method reports a taken name. Check the error's"
                        + " kind, and throw it again if it is another.",
                RULES);
    }

    @Test
    @Order(5)
    @DisplayName("After such an error, the next member can join.")
    void nextAfterTrouble() {
        if (!isThrown(LONG)) {
            return; // The previous task reports this.
        }
        try {
            ChessClub.join(db, "magnus");
        } catch (RollbackRequired refused) {
            boolean alsoWhenTaken = failsAfterTaken();
            Mistake.when(
                    alsoWhenTaken,
                    "After judit was refused, magnus cannot join, because the session's"
                            + " transaction has failed and was not rolled back.",
                    FAILED);
            throw new Mistake(
                    "After a name that was too long, magnus cannot join: rollback() is"
                            + " called for a taken name, but not for other errors.",
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
     * Rolls back a session that was left in a failed transaction, so that the next check starts
     * clean.
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
