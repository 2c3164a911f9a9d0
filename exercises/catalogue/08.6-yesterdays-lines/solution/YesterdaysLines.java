package ch08_shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;

/**
 * Why so: a folder, the models and the tables are what a new computer lacks, and each of the three
 * lines does no harm where they are there. A refused name needs a rollback, or the session refuses
 * all that come after it.
 */
public class YesterdaysLines {
    public static long run(Path folder, List<String> names) {
        Path data = folder.resolve("data");
        try {
            Files.createDirectories(data);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        try (Database db = Database.open("sqlite:///" + data.resolve("garden.sqlite"))) {
            db.models(Plant.class, Bed.class);
            db.createAll();
            for (String name : names) {
                try {
                    db.session().add(new Plant(name, null));
                    db.session().commit();
                } catch (ConstraintViolation alreadyThere) {
                    db.session().rollback();
                }
            }
            return db.query(Plant.class).count();
        }
    }
}
