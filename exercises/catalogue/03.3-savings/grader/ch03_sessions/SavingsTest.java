package ch03_sessions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.grade.NotSolvedYet;
import ormlab.session.RollbackRequired;
import ormlab.trace.Trace;

@DisplayName("Two piggy banks")
class SavingsTest {
    private static final String ALL = "03b_all_or_nothing, \"All or nothing\"";
    private static final String FAILED = "03b_all_or_nothing, \"When a commit fails\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";

    private final Database db = Database.open("sqlite://");
    private RuntimeException thrown;
    private Trace trace;

    @BeforeEach
    void banks() {
        db.models(PiggyBank.class).createAll();
        db.session().addAll(new PiggyBank(1, 20), new PiggyBank(2, 95));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("After moving 3 of 20 coins to the bank with 95, the banks hold 17 and 98.")
    void moved() {
        move(3);
        if (thrown != null) {
            throw thrown;
        }
        boolean sent = trace.statements().stream().anyMatch(one -> one.sql().startsWith("update"));
        boolean changed = !holds(20, 95);
        Mistake.when(
                sent && !changed,
                "The changes were sent, but rolled back when the program ended, because"
                        + " there was no commit.",
                COMMIT);
        Mistake.when(
                !changed,
                "The objects were changed in Java, but no UPDATE was sent: their session"
                        + " was closed, so they were detached. Load and change them in the same"
                        + " session.",
                COMMIT);
        Mistake.when(!holds(17, 98), "After the move, the banks hold " + held() + ".", ALL);
    }

    @Test
    @Order(2)
    @DisplayName("If there are too few coins, the method throws, and both banks are unchanged.")
    void tooFew() {
        db.inTransaction(
                session -> {
                    session.find(PiggyBank.class, 2).setCoins(40);
                    return null;
                });
        move(21);
        Mistake.when(
                thrown == null && holds(-1, 61),
                "21 coins were taken from a bank with 20, which now holds -1. Check"
                        + " before you change anything, and throw an IllegalArgumentException.",
                ALL);
        Mistake.when(
                thrown == null && !holds(20, 40),
                "Moving 21 coins from a bank with 20 threw nothing, and now the banks"
                        + " hold "
                        + held()
                        + ".",
                ALL);
        heardOf();
        Mistake.when(
                !holds(20, 40), "The method throws, but now the banks hold " + held() + ".", ALL);
        Mistake.when(
                !(thrown instanceof IllegalArgumentException),
                "The method throws "
                        + thrown.getClass().getSimpleName()
                        + " instead of an IllegalArgumentException.",
                ALL);
        move(20);
        Mistake.when(
                thrown instanceof IllegalArgumentException,
                "Moving all 20 coins from a bank with 20 was refused, but 20 coins are"
                        + " enough.",
                ALL);
    }

    @Test
    @Order(3)
    @DisplayName("If the other bank is full, the method throws, and both banks are unchanged.")
    void full() {
        move(10);
        heardOf();
        Mistake.when(
                holds(10, 95),
                "Ten coins are lost: they were taken and committed before the full bank"
                        + " rejected them. A commit cannot be rolled back, so commit once, after"
                        + " both changes.",
                ALL);
        Mistake.when(!holds(20, 95), "The method throws, but the banks hold " + held() + ".", ALL);
    }

    @Test
    @Order(4)
    @DisplayName("After a move that failed, the next one works.")
    void next() {
        move(10);
        try {
            Savings.move(db, 1, 2, 1);
        } catch (RollbackRequired refused) {
            throw new Mistake(
                    "The next move fails, because the first one left the session in a"
                            + " failed transaction. Call rollback() before you leave the method, or"
                            + " let inTransaction commit and roll back.",
                    FAILED);
        }
    }

    private void heardOf() {
        Mistake.when(
                thrown == null,
                "The move failed, but the error was caught inside the method, so the"
                        + " caller believes that the coins were moved. Don't catch it.",
                ALL);
    }

    private void move(int coins) {
        thrown = null;
        trace =
                db.trace(
                        () -> {
                            try {
                                Savings.move(db, 1, 2, coins);
                            } catch (NotSolvedYet toDo) {
                                throw toDo;
                            } catch (RuntimeException refused) {
                                thrown = refused;
                            }
                        });
    }

    /** Reads as another program would, after this one has ended. */
    private boolean holds(int first, int second) {
        return held().equals(first + " and " + second);
    }

    private String held() {
        db.closeSession();
        var coins = db.rows("select coins from piggy_bank order by id").values();
        return coins.get(0).get(0) + " and " + coins.get(1).get(0);
    }
}
