package ch08_shell;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import ormlab.Database;

/** Checks before it adds, and commits once. */
public class YesterdaysLines {
    public static long run(Path folder, List<String> names) {
        folder.resolve("data").toFile().mkdirs();
        try (Database db = Database.open("sqlite:///" + folder.resolve("data/garden.sqlite"))) {
            db.models(Plant.class, Bed.class).createAll();
            for (String name : new LinkedHashSet<>(names)) {
                if (!db.query(Plant.class).filterBy("name", name).exists()) {
                    db.session().add(new Plant(name, null));
                }
            }
            db.session().commit();
            return db.query(Plant.class).count();
        }
    }
}
