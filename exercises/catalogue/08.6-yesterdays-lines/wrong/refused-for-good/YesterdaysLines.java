package ch08_shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ormlab.Database;

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
                db.session().add(new Plant(name, null));
                db.session().commit();
            }
            return db.query(Plant.class).count();
        }
    }
}
