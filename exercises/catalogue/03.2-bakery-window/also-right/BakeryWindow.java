package ch03_sessions;

import java.util.List;
import ormlab.Database;

/** Runs the program instead of predicting. */
public class BakeryWindow {
    private static Bakery bakery() {
        try (Database db =
                Database.open(
                        "sqlite:///"
                                + java.nio.file.Files.createTempDirectory("bakery")
                                + "/orders.sqlite")) {
            db.models(BreadOrder.class).createAll();
            Bakery bakery = new Bakery();
            bakery.day(db);
            return bakery;
        } catch (java.io.IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }

    static List<Integer> seen() {
        return bakery().seen;
    }

    static List<Integer> cakeIds() {
        return bakery().cakeIds;
    }
}
