package ch09_out_of_the_notebook;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.LockMode;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("A camping shop chooses its locks")
class CampingShopTest {
    private static final String ARITHMETIC =
            "09c_two_at_once, \"Let the database do the arithmetic\"";
    private static final String LOCK = "09c_two_at_once, \"Lock the row while you decide\"";
    private static final String DEADLOCK = "09c_two_at_once, \"A deadlock\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final Integer TENTS = 100;
    private static final Integer MORE_TENTS = 200;
    private static final Integer LAMPS = 300;
    private static final Integer UNKNOWN = 400;

    private final Database db = Database.open(FreshDatabase.url());
    private final List<String> left = new ArrayList<>();

    @BeforeEach
    void stock() {
        db.models(Gear.class).createAll();
        db.session()
                .addAll(
                        new Gear(TENTS, "tent", 5),
                        new Gear(MORE_TENTS, "tent", 7),
                        new Gear(LAMPS, "lamp", 1));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** Returns the pieces of the three rows, as other connections see them. */
    private List<Integer> pieces() {
        db.closeSession();
        return db.rows("select pieces from gear order by id").values().stream()
                .map(row -> ((Number) row.get(0)).intValue())
                .toList();
    }

    private void same(
            String what, boolean returned, boolean right, List<Integer> expected, String section) {
        List<Integer> pieces = pieces();
        Mistake.when(
                returned && right && pieces.equals(List.of(5, 7, 1)),
                what + ", but other connections see no change, because nothing was committed.",
                COMMIT);
        Mistake.when(
                returned != right || !pieces.equals(expected),
                what
                        + ". The method returned "
                        + returned
                        + ", and the three rows have "
                        + pieces
                        + " pieces instead of "
                        + expected
                        + ".",
                section);
    }

    @Test
    @Order(1)
    @DisplayName("Pieces are sold, down to the last one, and no more than there are.")
    void sell() {
        sold("Two of five tents were sold", TENTS, 2, true, List.of(3, 7, 1));
        sold("Four tents were wanted, and three were left", TENTS, 4, false, List.of(3, 7, 1));
        sold("The last three tents were sold", TENTS, 3, true, List.of(0, 7, 1));
        sold("A tent was wanted, and none was left", TENTS, 1, false, List.of(0, 7, 1));
        sold("There is no gear with this id", UNKNOWN, 1, false, List.of(0, 7, 1));
    }

    private void sold(String what, Integer id, int number, boolean right, List<Integer> expected) {
        same(what, CampingShop.sell(db, id, number), right, expected, ARITHMETIC);
    }

    @Test
    @Order(2)
    @DisplayName("A sale sends one UPDATE, which checks and subtracts, and reads nothing.")
    void oneUpdate() {
        Trace trace = db.trace(() -> CampingShop.sell(db, TENTS, 2));
        Mistake.when(
                trace.selects() > 0,
                "A sale sends "
                        + trace.count()
                        + " statements and reads the number first. An UPDATE can check and subtract"
                        + " without reading.",
                ARITHMETIC);
        Mistake.when(
                trace.count() != 1,
                "A sale sends " + trace.count() + " statements instead of one.",
                ARITHMETIC);
    }

    @Test
    @Order(3)
    @DisplayName("A courier leaves only for a piece that is left, and the piece is then gone.")
    void send() {
        boolean sent = CampingShop.send(db, LAMPS, left::add);
        same("A courier left with the only lamp", sent, true, List.of(5, 7, 0), LOCK);
        couriers(List.of("lamp"));
        sent = CampingShop.send(db, LAMPS, left::add);
        same("A lamp was to be sent, and none was left", sent, false, List.of(5, 7, 0), LOCK);
        couriers(List.of("lamp"));
        sent = CampingShop.send(db, UNKNOWN, left::add);
        same("There is no gear with this id", sent, false, List.of(5, 7, 0), LOCK);
        sent = CampingShop.send(db, MORE_TENTS, left::add);
        same("A courier left with one of seven tents", sent, true, List.of(5, 6, 0), LOCK);
        couriers(List.of("lamp", "tent"));
    }

    private void couriers(List<String> expected) {
        Mistake.when(
                !left.equals(expected),
                "Couriers left with " + left + ", and it should have been " + expected + ".",
                LOCK);
    }

    private static final class NoPetrol extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    @Order(4)
    @DisplayName("If the courier throws, nothing changes, and the caller gets the exception.")
    void noPetrol() {
        boolean thrown = false;
        try {
            CampingShop.send(
                    db,
                    LAMPS,
                    article -> {
                        throw new NoPetrol();
                    });
        } catch (NoPetrol given) {
            thrown = true;
        }
        goOn();
        List<Integer> pieces = pieces();
        Mistake.when(
                !thrown, "The courier threw an exception, but the caller did not get it.", LOCK);
        Mistake.when(
                !pieces.equals(List.of(5, 7, 1)),
                "The courier threw an exception and took nothing, but the lamp is gone: the three"
                        + " rows have "
                        + pieces
                        + " pieces. Subtract it in the same transaction.",
                LOCK);
    }

    /** Commits in the session that the answer may have used. */
    private void goOn() {
        db.session().commit();
    }

    /**
     * Takes the lamp right after its row was read without a lock, as another process could. A row
     * that this transaction has updated is locked: there is no lamp left to take.
     */
    private static final class Rival implements PostLoadEventListener {
        private static final long serialVersionUID = 1L;

        private final AtomicBoolean came = new AtomicBoolean();

        @Override
        public void onPostLoad(PostLoadEvent event) {
            LockMode held =
                    event.getSession()
                            .getPersistenceContext()
                            .getEntry(event.getEntity())
                            .getLockMode();
            if (held.greaterThan(LockMode.READ) || !came.compareAndSet(false, true)) {
                return;
            }
            event.getSession()
                    .doWork(
                            connection -> {
                                try (PreparedStatement sale =
                                        connection.prepareStatement(
                                                "update gear set pieces = 0 where id = ? and pieces = 1")) {
                                    sale.setInt(1, LAMPS);
                                    came.set(sale.executeUpdate() == 1);
                                }
                            });
        }
    }

    /** Returns whether a statement locks the rows that it finds; SQLite's lock is in a comment. */
    private static boolean locks(TracedStatement statement) {
        String sql = statement.sql().toLowerCase(Locale.ROOT);
        return sql.startsWith("update")
                || sql.contains("for update")
                || sql.contains("for no key update");
    }

    @Test
    @Order(5)
    @DisplayName("Nobody else can take the piece between the decision and the courier.")
    void lockedFirst() {
        Trace trace =
                db.trace(
                        () -> {
                            try {
                                CampingShop.send(
                                        db,
                                        LAMPS,
                                        article -> {
                                            throw new NoPetrol();
                                        });
                            } catch (NoPetrol stopped) {
                                db.session().rollback();
                            }
                        });
        Mistake.when(
                trace.statements().stream().noneMatch(CampingShopTest::locks),
                "The row was not locked when the courier left, so on PostgreSQL two couriers can"
                        + " leave for the last piece. Lock the row when you read it, with"
                        + " PESSIMISTIC_WRITE.",
                LOCK);
        db.closeSession();
        Rival rival = new Rival();
        db.sessionFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getEventListenerRegistry()
                .getEventListenerGroup(EventType.POST_LOAD)
                .appendListener(rival);
        CampingShop.send(db, LAMPS, left::add);
        Mistake.when(
                rival.came.get() && !left.isEmpty(),
                "The lamp was read, then somebody else took it, then the row was locked, and the"
                        + " courier left for nothing: a lock does not refresh an object that the"
                        + " session has loaded. Lock at the first read.",
                LOCK);
    }

    @Test
    @Order(6)
    @DisplayName("Pieces move to the other branch; if there are too few, none moves.")
    void move() {
        moved("Two of five tents moved up", TENTS, MORE_TENTS, 2, true, List.of(3, 9, 1));
        moved("All nine tents moved down", MORE_TENTS, TENTS, 9, true, List.of(12, 0, 1));
        moved(
                "Thirteen tents were to move, and there were twelve",
                TENTS,
                MORE_TENTS,
                13,
                false,
                List.of(12, 0, 1));
        moved(
                "A tent was to move, and there was none",
                MORE_TENTS,
                TENTS,
                1,
                false,
                List.of(12, 0, 1));
        moved("The taking branch is unknown", TENTS, UNKNOWN, 1, false, List.of(12, 0, 1));
        moved("The giving branch is unknown", UNKNOWN, TENTS, 1, false, List.of(12, 0, 1));
    }

    private void moved(
            String what, Integer from, Integer to, int n, boolean right, List<Integer> expected) {
        same(what, CampingShop.move(db, from, to, n), right, expected, LOCK);
    }

    @Test
    @Order(7)
    @DisplayName("A move in either direction locks the two rows in the same order.")
    void order() {
        List<Integer> up = locked(TENTS, MORE_TENTS);
        List<Integer> down = locked(MORE_TENTS, TENTS);
        Mistake.when(
                !up.equals(down),
                "A move from "
                        + TENTS
                        + " to "
                        + MORE_TENTS
                        + " locks the rows in the order "
                        + up
                        + ", and one in the other direction "
                        + down
                        + ". If both run at the same moment, each waits for the other: a"
                        + " deadlock. Lock the smaller id first.",
                DEADLOCK);
    }

    /** Returns the ids in the order in which a move locks their rows. */
    private List<Integer> locked(Integer from, Integer to) {
        db.closeSession();
        Trace trace = db.trace(() -> CampingShop.move(db, from, to, 3));
        Set<Integer> locked = new LinkedHashSet<>();
        for (TracedStatement statement : trace.statements()) {
            if (locks(statement)) {
                // A batch has the binds of each row that it changes.
                statement.binds().forEach(row -> lock(statement, ids(statement, row), locked));
            }
        }
        return List.copyOf(locked);
    }

    private static void lock(TracedStatement statement, List<Integer> ids, Set<Integer> locked) {
        boolean late = statement.sql().matches("(?is)update .*\\bpieces\\s*=\\s*\\?.*");
        Mistake.when(
                late && !locked.containsAll(ids),
                "Row "
                        + ids.get(0)
                        + " was read without a lock, changed in Java and written back. A"
                        + " sale in between is lost. Lock both rows when you read them.",
                LOCK);
        locked.addAll(ids);
    }

    private static List<Integer> ids(TracedStatement statement, List<?> row) {
        Set<Integer> ids = new TreeSet<>();
        for (Object bind : row) {
            if (TENTS.equals(bind) || MORE_TENTS.equals(bind)) {
                ids.add((Integer) bind);
            }
        }
        Mistake.when(
                ids.size() > 1 && !statement.sql().contains("order by"),
                "One statement locks both rows, in whatever order the database finds them. Add"
                        + " 'order by id'.",
                DEADLOCK);
        return List.copyOf(ids);
    }
}
