package ch09_out_of_the_notebook;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.JDBCException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;
import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

@DisplayName("Retry a transaction")
class AgainTest {
    private static final String MACHINES =
            "09_out_of_the_notebook, \"When one machine is not enough\"";
    private static final String CONFLICT = "40001";
    private static final String TAKEN = "23505";
    private static final int TOO_OFTEN = 12;

    /** A UUID has 36 characters as text, a number made of the time and random bits at least 16. */
    private static final int SHORTEST_RANDOM_ID = 16;

    private final Database db = Database.open(FreshDatabase.url());
    private final List<Long> pauses = new ArrayList<>();
    private int tries;

    @BeforeEach
    void parcels() {
        db.models(Parcel.class).createAll();
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** Stores a parcel in each attempt, and then throws the given errors one after another. */
    private Function<DbSession, String> parcel(int failures, String state) {
        return session -> {
            tries++;
            Mistake.when(
                    tries > TOO_OFTEN,
                    "The database returns 40001 each time, and the code did not give up"
                            + " after "
                            + TOO_OFTEN
                            + " attempts. After five attempts, throw the error.",
                    MACHINES);
            session.add(new Parcel("try " + tries));
            session.flush();
            if (tries <= failures) {
                throw new JDBCException(
                        "refused", new SQLException("restart transaction", state, tries));
            }
            return "sent at try " + tries;
        };
    }

    private long stored() {
        db.closeSession();
        return db.query(Parcel.class).count();
    }

    private String run(int failures, String state) {
        try {
            return Again.run(db, parcel(failures, state), pauses::add);
        } catch (JDBCException given) {
            return "error " + given.getErrorCode();
        }
    }

    private void triedAgain() {
        Mistake.when(
                tries == 1,
                "The first attempt failed with 40001, and there was no second one. 40001"
                        + " means that the same transaction may succeed if you run it again.",
                MACHINES);
    }

    @Test
    @Order(1)
    @DisplayName(
            "After 40001 the work runs again, and what a failed attempt stored is rolled back.")
    void again() {
        String sent = run(2, CONFLICT);
        triedAgain();
        long parcels = stored();
        Mistake.when(
                parcels > 1,
                "Two attempts failed with 40001 and the third succeeded, but "
                        + parcels
                        + " parcels are stored, one from each attempt. Failed attempts must be"
                        + " rolled back, so run each in its own transaction.",
                MACHINES);
        Mistake.when(
                !"sent at try 3".equals(sent) || parcels != 1,
                "Two attempts failed with 40001, then the method returned '"
                        + sent
                        + "', and "
                        + parcels
                        + " parcels are stored.",
                MACHINES);
    }

    @Test
    @Order(2)
    @DisplayName("There is a pause between two attempts, each longer than the one before.")
    void pauses() {
        run(3, CONFLICT);
        triedAgain();
        Mistake.when(
                pauses.isEmpty(),
                "There was no pause between the attempts, so the other transaction is"
                        + " probably still running. Wait a little longer each time.",
                MACHINES);
        boolean grow = pauses.stream().distinct().sorted().toList().equals(pauses);
        Mistake.when(
                !grow || pauses.get(0) <= 0,
                "The pauses were "
                        + pauses
                        + " ms. Two programs that wait equally long collide again, so make each"
                        + " pause longer than the one before.",
                MACHINES);
        Mistake.when(
                pauses.size() != 3,
                "Between four attempts there were these pauses: " + pauses,
                MACHINES);
    }

    @Test
    @Order(3)
    @DisplayName("The fifth 40001 reaches the caller, and nothing is stored.")
    void end() {
        String answer = run(Integer.MAX_VALUE, CONFLICT);
        triedAgain();
        Mistake.when(
                answer == null || !answer.startsWith("error"),
                "Five attempts failed with 40001, but the caller got "
                        + answer
                        + " instead of an error.",
                MACHINES);
        Mistake.when(
                tries != 5, "Five attempts are allowed, but there were " + tries + ".", MACHINES);
        Mistake.when(
                pauses.size() > 4,
                "There was a pause after the fifth attempt, which is the last one. Throw"
                        + " the error at once.",
                MACHINES);
        Mistake.when(
                stored() != 0,
                "All attempts failed, but " + stored() + " parcels are stored.",
                MACHINES);
    }

    @Test
    @Order(4)
    @DisplayName("Any other error reaches the caller at once.")
    void otherErrors() {
        run(Integer.MAX_VALUE, TAKEN);
        Mistake.when(
                tries > 1,
                "A label was taken (SQL state "
                        + TAKEN
                        + "), and the work ran "
                        + tries
                        + " times. It will be taken the next time as well. Only retry after 40001.",
                MACHINES);
        boolean thrown = false;
        try {
            Again.run(
                    db,
                    session -> {
                        throw new IllegalStateException("no address");
                    },
                    pauses::add);
        } catch (IllegalStateException given) {
            thrown = true;
        }
        Mistake.when(
                !thrown,
                "The work threw an IllegalStateException, but the caller did not get it.",
                MACHINES);
    }

    @Test
    @Order(5)
    @DisplayName("The id of a parcel is not generated by the database.")
    void ids() {
        try {
            run(0, CONFLICT);
        } catch (NotSolvedYet later) {
            db.session().rollback(); // The parcel can be found nevertheless.
        }
        Parcel parcel = new Parcel("by hand");
        db.session().add(parcel);
        db.session().commit();
        Mistake.when(
                String.valueOf(parcel.getId()).length() < SHORTEST_RANDOM_ID,
                "The parcel's id is "
                        + parcel.getId()
                        + ". For ids such as 1, 2, 3, one place must generate the next number, and"
                        + " a database on many machines has no such place. A UUID needs none.",
                MACHINES);
        db.closeSession();
        Mistake.when(
                db.query(Parcel.class).get(parcel.getId()).isEmpty(),
                "A parcel was stored, but is not found by its id.",
                MACHINES);
    }
}
