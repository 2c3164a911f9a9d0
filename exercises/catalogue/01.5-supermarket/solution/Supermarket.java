package ch01_configuration;

import java.util.ArrayList;
import java.util.List;
import ormlab.Database;

/**
 * All threads share the Database, but each needs its own session. inTransaction opens one in the
 * thread that calls it, commits and returns the connection. join waits for the last till.
 */
public class Supermarket {
    static void sell(Database db, List<String> tills) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (String till : tills) {
            Runnable work =
                    () ->
                            db.inTransaction(
                                    session -> {
                                        session.add(new Sale(till));
                                        return null;
                                    });
            Thread thread = new Thread(work, till);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
