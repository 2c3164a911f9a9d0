package ch08_shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.exception.SQLGrammarException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;
import ormlab.error.OrmlabException;
import ormlab.grade.Mistake;

@DisplayName("Yesterday's lines")
class YesterdaysLinesTest {
    private static final String MISSING = "08_shell, \"When something is missing\"";
    private static final String PLAY = "08_shell, \"Play time\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final String FAILED = "03b_all_or_nothing, \"When a commit fails\"";

    @TempDir Path folder;

    /** Runs the lines, and reports the library's message as the gardener sees it. */
    private long run(String... names) {
        try {
            return YesterdaysLines.run(folder, List.of(names));
        } catch (ConstraintViolation refused) {
            throw new Mistake(
                    "The rose already exists, and the lines fail with: "
                            + words(refused)
                            + "\nContinue with the next plant instead.",
                    FAILED);
        } catch (OrmlabException | SQLGrammarException complaint) {
            throw new Mistake("The lines fail with: " + words(complaint), MISSING);
        }
    }

    private String words(RuntimeException error) {
        return error.getMessage()
                .lines()
                .findFirst()
                .orElse("")
                .replace(folder.toAbsolutePath().toString(), "FOLDER");
    }

    /** Reads the file as another program would, after the shell is closed. */
    private List<String> stored() {
        return rows("select name from plant order by name");
    }

    private List<String> rows(String sql) {
        try (Database db = garden()) {
            return db.rows(sql).values().stream().map(row -> String.valueOf(row.get(0))).toList();
        }
    }

    private Database garden() {
        return Database.open("sqlite:///" + folder.resolve("data/garden.sqlite"));
    }

    /** Yesterday's computer: a folder, tables, and a rose that was watered twice. */
    private void yesterday() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        try (Database db = garden()) {
            db.models(Plant.class, Bed.class).createAll();
            Plant rose = new Plant("rose", null);
            rose.setWatered(2);
            db.session().add(rose);
            db.session().commit();
        }
    }

    @Test
    @Order(1)
    @DisplayName("On a new computer, everything missing is created, and the plants are stored.")
    void newComputer() {
        long planted = run("rose", "tulip");
        Mistake.when(
                planted != 2,
                "Two plants were planted, but the method returned " + planted + ".",
                PLAY);
        notCommitted(List.of());
        Mistake.when(
                !stored().equals(List.of("rose", "tulip")),
                "A rose and a tulip were planted, but " + stored() + " is stored.",
                PLAY);
    }

    private void notCommitted(List<String> without) {
        Mistake.when(
                stored().equals(without),
                "The method returns the number of plants, but afterwards none of them is"
                        + " stored: without a commit, everything is rolled back when the session is"
                        + " closed.",
                COMMIT);
    }

    @Test
    @Order(2)
    @DisplayName("What was planted yesterday is unchanged.")
    void kept() throws IOException {
        yesterday();
        run("tulip");
        Mistake.when(
                !stored().contains("rose"),
                "Yesterday there was a rose, and now there is "
                        + stored()
                        + ": dropAll() deletes the rows with the tables. createAll() alone creates"
                        + " what is missing.",
                "02b_tables, \"Create, create again, drop\"");
        List<String> watered = rows("select watered from plant where name = 'rose'");
        Mistake.when(
                !watered.equals(List.of("2")),
                "The rose was watered twice, but is now stored as watered " + watered + " times.",
                PLAY);
    }

    @Test
    @Order(3)
    @DisplayName("A plant that already exists does not prevent storing the others.")
    void twice() throws IOException {
        yesterday();
        long planted = run("rose", "lily", "lily", "tulip");
        notCommitted(List.of("rose"));
        Mistake.when(
                !stored().equals(List.of("lily", "rose", "tulip")),
                "There was a rose, and a rose, a lily, another lily and a tulip were"
                        + " planted, but "
                        + stored()
                        + " is stored.",
                FAILED);
        Mistake.when(
                planted != 3,
                "There are three plants, but the method returned " + planted + ".",
                PLAY);
    }
}
