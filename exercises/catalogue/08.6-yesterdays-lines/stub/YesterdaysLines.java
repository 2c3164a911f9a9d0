package ch08_shell;

import java.nio.file.Path;
import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * Lines that a gardener saved in a file. On another computer, they fail with one error after
 * another.
 */
public class YesterdaysLines {
    /**
     * Stores these plants in FOLDER/data/garden.sqlite, and returns how many plants it contains in
     * the end. Everything missing is created. A plant that already exists is unchanged.
     */
    public static long run(Path folder, List<String> names) {
        // TODO Remove the next line and grade; read the error, fix it, and grade again.
        if (true) throw new NotSolvedYet("make the lines run anywhere");
        try (Database db = Database.open("sqlite:///" + folder.resolve("data/garden.sqlite"))) {
            for (String name : names) {
                db.session().add(new Plant(name, null));
                db.session().commit();
            }
            return db.query(Plant.class).count();
        }
    }
}
