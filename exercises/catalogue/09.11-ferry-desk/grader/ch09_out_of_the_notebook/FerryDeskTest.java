package ch09_out_of_the_notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.grade.Mistake;

@DisplayName("A ferry's desk that hangs")
class FerryDeskTest {
    private static final String POOL = "09b_connections, \"The pool\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final String WRITERS = "09b_connections, \"One writer at a time\"";

    @TempDir Path folder;
    private Database db;

    @BeforeEach
    void open() {
        db = Database.open("sqlite:///" + folder.resolve("ferry.sqlite"));
        db.models(Sailing.class).createAll();
        db.session().addAll(new Sailing("early", 2), new Sailing("late", 9));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** Calls the desk in a thread of its own, so that nobody closes its session later. */
    private static <T> T call(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        Thread caller = new Thread(task, "caller");
        caller.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        caller.start();
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception refused) {
                throw refused;
            }
            throw failed;
        }
    }

    private int stored(String sailing) {
        return ((Number)
                        db.rows("select free from sailing where name = '" + sailing + "'")
                                .values()
                                .get(0)
                                .get(0))
                .intValue();
    }

    @Test
    @Order(1)
    @DisplayName("The desk knows the free seats, and refuses a sailing that does not exist.")
    void answers() throws Exception {
        int free = call(() -> FerryDesk.free(db, "late"));
        Mistake.when(
                free != 9, "'late' has 9 free seats, and the method returned " + free + ".", POOL);
        try {
            int made = call(() -> FerryDesk.free(db, "midnight"));
            throw new Mistake(
                    "There is no sailing 'midnight', and the method returned " + made + ".", POOL);
        } catch (IllegalArgumentException refused) {
            Mistake.when(
                    !String.valueOf(refused.getMessage()).contains("midnight"),
                    "There is no sailing 'midnight', and the error is \""
                            + refused.getMessage()
                            + "\", which doesn't contain the name.",
                    POOL);
        }
    }

    @Test
    @Order(2)
    @DisplayName("After each question, answered or refused, no connection is in use.")
    void returned() throws Exception {
        call(() -> FerryDesk.free(db, "late"));
        call(() -> FerryDesk.free(db, "early"));
        Mistake.when(
                db.connectionsInUse() > 0,
                "After two questions, a connection is still in use. A session keeps its connection"
                        + " until its transaction ends or until it's closed.",
                POOL);
        try {
            call(() -> FerryDesk.free(db, "midnight"));
        } catch (RuntimeException refused) {
            Mistake.when(
                    db.connectionsInUse() > 0,
                    "After a question about a sailing that doesn't exist, a connection is still in"
                            + " use. The exception skipped the line that closes the session: use"
                            + " try (…), finally or inTransaction.",
                    POOL);
        }
    }

    @Test
    @Order(3)
    @DisplayName("A seat is sold only if one is free, and each sale is stored and printed.")
    void sold() throws Exception {
        List<String> printed = new ArrayList<>();
        List<Boolean> sold = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sold.add(call(() -> FerryDesk.sell(db, "early", printed::add)));
        }
        Mistake.when(
                stored("early") == 2,
                "Three tries to sell a seat of 'early' returned "
                        + sold
                        + ", and 2 seats are still free: nothing was committed.",
                COMMIT);
        Mistake.when(
                stored("early") != 0 || !sold.equals(List.of(true, true, false)),
                "'early' has 2 seats. Three tries to sell one returned "
                        + sold
                        + ", and "
                        + stored("early")
                        + " seats are free.",
                WRITERS);
        Mistake.when(
                !printed.equals(List.of("early", "early")),
                "Two seats of 'early' were sold, and the printer got " + printed + ".",
                WRITERS);
        Mistake.when(stored("late") != 9, "A seat of 'late' was sold instead.", WRITERS);
        Mistake.when(
                db.connectionsInUse() > 0, "After the sales, a connection is still in use.", POOL);
    }

    @Test
    @Order(4)
    @DisplayName("While a ticket is printed, the sale is stored and no connection is in use.")
    void printing() throws Exception {
        List<Integer> open = new ArrayList<>();
        List<Integer> free = new ArrayList<>();
        call(
                () ->
                        FerryDesk.sell(
                                db,
                                "late",
                                ticket -> {
                                    open.add(db.connectionsInUse());
                                    free.add(stored("late"));
                                }));
        boolean sold = stored("late") == 8;
        Mistake.when(
                sold && open.contains(1),
                "While the printer was at work, the sale still held its connection. With as many"
                        + " slow printers as the pool has connections, the desk hangs. Print after"
                        + " the transaction.",
                POOL);
        Mistake.when(
                sold && free.contains(9),
                "The ticket was printed before the sale was stored. If the commit fails, somebody"
                        + " has a ticket without a seat. Print after the transaction.",
                POOL);
    }
}
