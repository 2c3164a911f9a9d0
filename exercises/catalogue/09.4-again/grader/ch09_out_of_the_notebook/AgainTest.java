package ch09_out_of_the_notebook;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

@DisplayName("Run it again")
class AgainTest {
    private static final String MACHINES =
            "09_out_of_the_notebook, \"When one machine is not enough\"";
    private static final String CONFLICT = "40001";
    private static final String TAKEN = "23505";
    private static final int TOO_OFTEN = 12;

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

    /** Stores a parcel at each try, and then ends in an error so many times. */
    private Function<DbSession, String> parcel(int failures, String state) {
        return session -> {
            tries++;
            Mistake.when(
                    tries > TOO_OFTEN,
                    "The database says 40001 each time, and after "
                            + TOO_OFTEN
                            + " tries there was still no end. Five are enough; then the caller must"
                            + " hear of it.",
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
                "The first try ended in 40001, and there was no other. 40001 means: do the same"
                        + " once more, and it may go well.",
                MACHINES);
    }

    @Test
    @Order(1)
    @DisplayName("After 40001 the work is done again, and what a failed try stored is gone.")
    void again() {
        String sent = run(2, CONFLICT);
        triedAgain();
        long parcels = stored();
        Mistake.when(
                parcels > 1,
                "Two tries ended in 40001 and the third went well, and "
                        + parcels
                        + " parcels are stored: one of each try. A try that has failed must be"
                        + " rolled back, so each needs a transaction of its own.",
                MACHINES);
        Mistake.when(
                !"sent at try 3".equals(sent) || parcels != 1,
                "Two tries ended in 40001; the answer is '"
                        + sent
                        + "', and "
                        + parcels
                        + " parcels are stored.",
                MACHINES);
    }

    @Test
    @Order(2)
    @DisplayName("Between two tries there is a pause, each longer than the one before.")
    void pauses() {
        run(3, CONFLICT);
        triedAgain();
        Mistake.when(
                pauses.isEmpty(),
                "Four tries came without a pause. Whoever was in the way is in the way still; wait,"
                        + " and a little longer each time.",
                MACHINES);
        boolean grow = pauses.stream().distinct().sorted().toList().equals(pauses);
        Mistake.when(
                !grow || pauses.get(0) <= 0,
                "The pauses were "
                        + pauses
                        + " ms. If two programs wait equally long, they meet again: let each pause"
                        + " be longer than the one before.",
                MACHINES);
        Mistake.when(
                pauses.size() != 3,
                "Between four tries there were these pauses: " + pauses,
                MACHINES);
    }

    @Test
    @Order(3)
    @DisplayName("The fifth 40001 goes to the caller, and nothing is stored.")
    void end() {
        String answer = run(Integer.MAX_VALUE, CONFLICT);
        triedAgain();
        Mistake.when(
                answer == null || !answer.startsWith("error"),
                "Five tries ended in 40001, and the caller got "
                        + answer
                        + " and no error. Nothing was done, and nobody knows.",
                MACHINES);
        Mistake.when(
                tries != 5, "Five tries were allowed, and there were " + tries + ".", MACHINES);
        Mistake.when(
                pauses.size() > 4,
                "After the fifth try, the last one, there was a pause before the error: nobody"
                        + " gains by waiting for it.",
                MACHINES);
        Mistake.when(
                stored() != 0,
                "Nothing went well, and " + stored() + " parcels are stored.",
                MACHINES);
    }

    @Test
    @Order(4)
    @DisplayName("Any other error goes to the caller at once.")
    void otherErrors() {
        run(Integer.MAX_VALUE, TAKEN);
        Mistake.when(
                tries > 1,
                "A label was taken (SQL state "
                        + TAKEN
                        + "), and the work was done "
                        + tries
                        + " times. It will be taken the next time, too: only 40001 is worth another"
                        + " try.",
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
                !thrown, "The work threw an IllegalStateException, and it got lost.", MACHINES);
    }

    @Test
    @Order(5)
    @DisplayName("A parcel has an id that no database counts.")
    void ids() {
        try {
            run(0, CONFLICT);
        } catch (NotSolvedYet later) {
            db.session().rollback(); // the parcel can be told all the same
        }
        Parcel parcel = new Parcel("by hand");
        db.session().add(parcel);
        db.session().commit();
        Mistake.when(
                !(parcel.getId() instanceof UUID),
                "The parcel's id is "
                        + parcel.getId()
                        + ". Who counts 1, 2, 3 must ask one place for the next number, and many"
                        + " machines have no such place. A UUID is made without asking anybody.",
                MACHINES);
        db.closeSession();
        Mistake.when(
                db.query(Parcel.class).get(parcel.getId()).isEmpty(),
                "A parcel was stored, and is not found by its id.",
                MACHINES);
    }
}
