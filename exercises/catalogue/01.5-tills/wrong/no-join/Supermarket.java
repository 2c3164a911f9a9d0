package ch01_configuration;

import java.util.ArrayList;
import java.util.List;
import ormlab.Database;

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
    }
}
