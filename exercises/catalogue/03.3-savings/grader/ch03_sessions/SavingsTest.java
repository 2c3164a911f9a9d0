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
    private static final String DETACHED = "03d_delete_and_detach, \"Detached\"";

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
    @DisplayName("Three of the 20 coins go over to the bank with 95: 17 and 98.")
    void moved() {
        move(3);
        if (thrown != null) {
            throw thrown;
        }
        boolean sent = trace.statements().stream().anyMatch(one -> one.sql().startsWith("update"));
        boolean changed = !holds(20, 95);
        Mistake.when(
                sent && !changed,
                "The changes were sent, and given up when the program ended: nobody said commit.",
                COMMIT);
        Mistake.when(
                !changed,
                "The objects were changed in Java, and no UPDATE was sent: their session had ended,"
                        + " and another one does not know them. Load and change in the same session.",
                DETACHED);
        Mistake.when(!holds(17, 98), "After that the banks hold " + held() + ".", ALL);
    }

    @Test
    @Order(2)
    @DisplayName("When there are too few coins, it throws, and both banks hold what they held.")
    void tooFew() {
        db.inTransaction(
                session -> {
                    session.find(PiggyBank.class, 2).setCoins(40);
                    return null;
                });
        move(21);
        Mistake.when(
                thrown == null && holds(-1, 61),
                "21 coins were taken out of a bank with 20, and it holds -1 now. Look before you"
                        + " change anything, and throw an IllegalArgumentException.",
                ALL);
        Mistake.when(
                thrown == null && !holds(20, 40),
                "21 coins were to be taken out of a bank with 20; nothing was thrown, and now the"
                        + " banks hold "
                        + held()
                        + ".",
                ALL);
        heardOf();
        Mistake.when(
                !holds(20, 40), "It throws, and all the same the banks hold " + held() + ".", ALL);
        Mistake.when(
                !(thrown instanceof IllegalArgumentException),
                "It throws "
                        + thrown.getClass().getSimpleName()
                        + ", where an IllegalArgumentException is wanted.",
                ALL);
        move(20);
        Mistake.when(
                thrown instanceof IllegalArgumentException,
                "All 20 coins were to be taken out of a bank with 20, and that was refused: 20 are"
                        + " enough for 20.",
                ALL);
    }

    @Test
    @Order(3)
    @DisplayName("When the other bank is full, it throws, and both banks hold what they held.")
    void full() {
        move(10);
        heardOf();
        Mistake.when(
                holds(10, 95),
                "Ten coins are gone: they were taken and committed before the full bank refused"
                        + " them. What is committed cannot be taken back, so commit once, behind both.",
                ALL);
        Mistake.when(!holds(20, 95), "It throws, and the banks hold " + held() + ".", ALL);
    }

    @Test
    @Order(4)
    @DisplayName("After a move that was refused, the next one works.")
    void next() {
        move(10);
        try {
            Savings.move(db, 1, 2, 1);
        } catch (RollbackRequired refused) {
            throw new Mistake(
                    "The next move is refused: the first one left the session with a transaction"
                            + " that has failed. Call rollback() on the way out, or let inTransaction"
                            + " do both.",
                    FAILED);
        }
    }

    private void heardOf() {
        Mistake.when(
                thrown == null,
                "It did not work, and nobody heard of it: the error was caught inside. Whoever calls"
                        + " believes that the coins are there. Let it through.",
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

    /** Looks as another program would, after this one has ended. */
    private boolean holds(int first, int second) {
        return held().equals(first + " and " + second);
    }

    private String held() {
        db.closeSession();
        var coins = db.rows("select coins from piggy_bank order by id").values();
        return coins.get(0).get(0) + " and " + coins.get(1).get(0);
    }
}
