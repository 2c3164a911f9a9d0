package ch08_shell;

import java.nio.file.Path;
import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * Lines that a gardener kept in a file. On another computer they end in one complaint after
 * another.
 */
public class YesterdaysLines {
    /**
     * Plants these plants in FOLDER/data/garden.sqlite, and gives how many plants are stored there
     * in the end. What is missing is made. A plant that is there already stays as it is.
     */
    public static long run(Path folder, List<String> names) {
        // TODO Take the next line away and grade; read what it ends in, mend it, and grade again.
        if (true) throw new NotSolvedYet("lines that run anywhere");
        try (Database db = Database.open("sqlite:///" + folder.resolve("data/garden.sqlite"))) {
            for (String name : names) {
                db.session().add(new Plant(name, null));
                db.session().commit();
            }
            return db.query(Plant.class).count();
        }
    }
}
