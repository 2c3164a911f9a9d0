package ch01_configuration;

import java.util.ArrayList;
import java.util.List;
import ormlab.Database;

/**
 * Why so: the Database is shared by all threads, a session is not. inTransaction opens one in the
 * thread that calls it, commits and gives the connection back. join waits for the last till.
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
