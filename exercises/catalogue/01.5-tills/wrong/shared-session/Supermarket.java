package ch01_configuration;

import java.util.ArrayList;
import java.util.List;
import ormlab.Database;

public class Supermarket {
    static void sell(Database db, List<String> tills) throws InterruptedException {
        ormlab.session.DbSession session = db.session();
        List<Thread> threads = new ArrayList<>();
        for (String till : tills) {
            Runnable work =
                    () -> {
                        session.add(new Sale(till));
                        session.commit();
                    };
            Thread thread = new Thread(work, till);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
