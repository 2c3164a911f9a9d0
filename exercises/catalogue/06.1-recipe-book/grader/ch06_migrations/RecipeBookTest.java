package ch06_migrations;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.grade.Mistake;
import ormlab.migrate.history.MigrationRefused;

@DisplayName("A recipe book, one step behind")
class RecipeBookTest {
    private static final String CHANGE = "06_migrations, \"The next change\"";
    private static final String AGREE = "06_migrations, \"Do they agree?\"";
    private static final String ELSEWHERE = "06_migrations, \"The first migration\"";
    private static final String START = "06_migrations, \"A project to play with\"";

    private static final List<String> TITLES = List.of("bread", "soup");

    @TempDir Path folder;

    private Workplace behind() {
        Workplace place =
                new Workplace(folder)
                        .file(
                                "V1__recipes.sql",
                                "create table recipe (\n"
                                        + "  id integer primary key autoincrement,\n"
                                        + "  title varchar(255),\n"
                                        + "  constraint ck_recipe_title_length"
                                        + " check (length(title) <= 255)\n);")
                        .file("U1__recipes.sql", "drop table recipe;");
        place.migrations().upgrade();
        place.run("insert into recipe (title) values ('bread'), ('soup')");
        place.db.models(Recipe.class);
        return place;
    }

    private void follow(Workplace place) {
        RecipeBook.follow(place.db, place.migrations());
        place.db.session().rollback();
        boolean lost =
                !place.has("recipe")
                        || !place.column("select title from recipe order by id").equals(TITLES);
        Mistake.when(
                lost,
                "The recipes are gone, because dropAll deletes all rows. A migration"
                        + " changes the table and keeps them.",
                START);
        if (place.has("recipe", "minutes")) {
            return;
        }
        List<String> files = place.files();
        Mistake.when(
                files.size() > 2,
                files.get(files.size() - 1)
                        + " was written but has not run: migrate writes a migration, and"
                        + " upgrade runs it.",
                CHANGE);
        throw new Mistake(
                "The table has no column minutes, and no second migration was written."
                        + " createAll does not change an existing table, and upgrade only runs"
                        + " existing files. Let migrate write the difference.",
                CHANGE);
    }

    @Test
    @Order(1)
    @DisplayName("The new column is in the database, and every recipe is still there.")
    void follows() {
        try (Workplace place = behind()) {
            follow(place);
        }
    }

    @Test
    @Order(2)
    @DisplayName("Another database gets the column from the files alone.")
    void othersFollow() {
        try (Workplace place = behind()) {
            follow(place);
        }
        try (Workplace other = new Workplace(folder)) {
            other.migrations().upgrade();
            Mistake.when(
                    !other.has("recipe", "minutes"),
                    "The column exists, but no file creates it: a second database that is"
                            + " upgraded from this folder has no column minutes. Let migrate write"
                            + " the file.",
                    ELSEWHERE);
        }
    }

    @Test
    @Order(3)
    @DisplayName("The agreement of class, files and database is checked, and nothing is changed.")
    void agrees() {
        try (Workplace place = behind()) {
            boolean said = agree(place);
            List<String> files = place.files();
            Mistake.when(
                    files.size() > 2,
                    "agree() wrote "
                            + files.get(files.size() - 1)
                            + ", but must change nothing. There is a method that compares without"
                            + " writing a file.",
                    AGREE);
            place.migrations().migrate("minutes");
            boolean saidWritten = agree(place);
            String ahead =
                    "The class has a field that the database lacks, but agree() returns true: ";
            Mistake.when(
                    said, ahead + "files and database were compared, but not the classes.", AGREE);
            Mistake.when(
                    saidWritten,
                    "A migration was written but has not run, and agree() returns true.",
                    AGREE);
            place.migrations().upgrade();
            Mistake.when(
                    !agree(place),
                    "The migration has run and everything agrees, but agree() returns false.",
                    AGREE);
        }
    }

    private static boolean agree(Workplace place) {
        try {
            return RecipeBook.agree(place.db, place.migrations());
        } catch (MigrationRefused refused) {
            return false;
        }
    }
}
