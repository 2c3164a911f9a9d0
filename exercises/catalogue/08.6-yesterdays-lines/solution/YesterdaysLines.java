package ch08_shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;

/**
 * A new computer lacks the folder, the models and the tables; each of the three lines does no harm
 * where they exist. A rejected name needs a rollback, because otherwise the session rejects all
 * plants after it.
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
