package ch01_configuration;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import ormlab.Database;

/** With a thread pool, in which each thread closes its own session. */
public class Supermarket {
    static void sell(Database db, List<String> tills) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(tills.size());
        tills.forEach(till -> threads.execute(() -> sell(db, till)));
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }

    private static void sell(Database db, String till) {
        db.session().add(new Sale(till));
        db.session().commit();
        db.closeSession();
    }
}
